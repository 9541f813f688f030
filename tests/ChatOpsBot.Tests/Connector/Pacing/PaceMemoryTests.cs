using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Alone, so that what others take meanwhile is not measured.</summary>
[CollectionDefinition(nameof(PaceMemoryTests), DisableParallelization = true)]
[Collection(nameof(PaceMemoryTests))]
public sealed class PaceMemoryTests
{
    private const int Threads = 100_000;

    [Fact]
    public void A_hundred_thousand_threads_leave_little_behind_and_after_an_hour_nothing()
    {
        using var run = new PacedRun();
        _ = run.Answer(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var thread = 0; thread < Threads; thread++)
        {
            var call = run.Pace.WaitAsync(PacedRun.Place(thread), Urgency.Announcement, TestContext.Current.CancellationToken);
            while (!call.IsCompleted)
                run.Clock.Leap();
        }

        run.RunTo(run.Clock.Elapsed + TimeSpan.FromMinutes(1.5));
        var idle = GC.GetTotalMemory(forceFullCollection: true) - before;
        run.RunTo(run.Clock.Elapsed + TimeSpan.FromHours(1.5));
        var later = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"idle: {idle / 1e6:F1} MB, an hour later: {later / 1e6:F2} MB");
        Assert.InRange(idle, long.MinValue, 8_000_000);
        Assert.InRange(later, long.MinValue, 1_000_000);
        Assert.Equal(0, run.Clock.Timers);
    }

    [Fact]
    public void A_hundred_thousand_calls_that_wait_at_once_stay_bounded()
    {
        using var run = new PacedRun();
        using var stop = new CancellationTokenSource();
        _ = run.Answer(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var calls = Enumerable.Range(0, Threads).Select(it => run.Pace.WaitAsync(PacedRun.Place(it), Urgency.Announcement, stop.Token)).ToArray();
        var waiting = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"waiting: {waiting / 1e6:F1} MB");
        Assert.InRange(waiting, 0, 150_000_000);
        Assert.False(calls[^1].IsCompleted);
    }
}
