using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Alone, so that what others take meanwhile is not measured.</summary>
[CollectionDefinition(nameof(PaceMemoryTests), DisableParallelization = true)]
[Collection(nameof(PaceMemoryTests))]
public sealed class PaceMemoryTests
{
    private const int Threads = 100_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Others only give memory back meanwhile, so the round that shows most is the one to believe.</summary>
    [Fact]
    public async Task A_hundred_thousand_threads_leave_little_behind_and_after_an_hour_nothing()
    {
        var rounds = new List<(long InTheHour, long Afterwards)>();
        for (var round = 0; round < 3; round++)
            rounds.Add(await LeftBehindAsync());

        var inTheHour = rounds.Max(it => it.InTheHour);
        var afterwards = rounds.Max(it => it.Afterwards);
        TestContext.Current.TestOutputHelper?.WriteLine($"in the hour: {inTheHour / 1e6:F1} MB, afterwards: {afterwards / 1e6:F1} MB");
        Assert.InRange(inTheHour, 1_000_000, 8_000_000);
        Assert.True(afterwards < 1_000_000, $"{afterwards} bytes are left for ever.");
    }

    [Fact]
    public async Task A_hundred_thousand_calls_that_wait_at_once_stay_bounded()
    {
        using var run = new PacedRun();
        using var stop = new CancellationTokenSource();
        _ = run.Answer(0);
        var before = await TakenAsync();

        var calls = Enumerable.Range(0, Threads).Select(it => run.Pace.WaitAsync(PacedRun.Place(it), Urgency.Announcement, stop.Token)).ToArray();
        var waiting = await TakenAsync() - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"waiting: {waiting / 1e6:F1} MB");
        Assert.InRange(waiting, 10_000_000, 150_000_000);
        Assert.False(calls[^1].IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
    }

    private static async Task<(long InTheHour, long Afterwards)> LeftBehindAsync()
    {
        using var run = new PacedRun();
        _ = run.Answer(0);
        var before = await TakenAsync();
        for (var thread = 0; thread < Threads; thread++)
        {
            var call = run.Pace.WaitAsync(PacedRun.Place(thread), Urgency.Announcement, Stop);
            while (!call.IsCompleted)
                run.Clock.Leap();
        }

        run.RunTo(run.Clock.Elapsed + TimeSpan.FromMinutes(1.5));
        var inTheHour = await TakenAsync() - before;
        run.RunTo(run.Clock.Elapsed + TimeSpan.FromHours(1.5));
        var afterwards = await TakenAsync() - before;
        Assert.Equal(0, run.Clock.Timers);
        return (inTheHour, afterwards);
    }

    // What tests before this one left lets go of its memory only little by little.
    private static async Task<long> TakenAsync()
    {
        var taken = GC.GetTotalMemory(forceFullCollection: true);
        for (var steady = 0; steady < 3;)
        {
            await Task.Delay(10, Stop);
            var now = GC.GetTotalMemory(forceFullCollection: true);
            steady = Math.Abs(now - taken) < 100_000 ? steady + 1 : 0;
            taken = now;
        }

        return taken;
    }
}
