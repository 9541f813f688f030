using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Calls that are cancelled while they wait, and the end of the bot: nothing is lost and nothing counts that did not go.</summary>
public sealed class GivingUpTests
{
    [Fact]
    public async Task A_cancelled_call_counts_nothing_and_the_next_takes_its_place()
    {
        using var run = new PacedRun();
        using var stop = new CancellationTokenSource();
        for (var call = 0; call < 7; call++)
            run.Answer(1);
        var given = Enumerable.Range(0, 30).Select(_ => run.Ask(PacedRun.Place(1), Urgency.Answer, stop.Token)).ToList();
        var next = run.Answer(1);

        await stop.CancelAsync();
        run.RunToEnd();

        Assert.All(given, it => Assert.True(it.Task.IsCanceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given[0].Task);
        Assert.Equal(1.02, next.At.TotalSeconds, 0.001);
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void Who_is_cancelled_already_does_not_even_stand_in_line()
    {
        using var run = new PacedRun();

        Assert.True(run.Ask(PacedRun.Place(1), Urgency.Answer, new CancellationToken(canceled: true)).Task.IsCanceled);
        Assert.Equal(0, run.Clock.Timers);
    }

    [Fact]
    public async Task A_call_let_go_just_before_it_is_cancelled_has_gone()
    {
        using var run = new PacedRun();
        using var stop = new CancellationTokenSource();
        var call = run.Ask(PacedRun.Place(1), Urgency.Answer, stop.Token);
        await stop.CancelAsync();

        Assert.True(call.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_thread_nobody_waits_for_any_more_leaves_no_timer_behind()
    {
        using var run = new PacedRun();
        using (var stop = new CancellationTokenSource())
        {
            run.Throttle(1, TimeSpan.FromMinutes(30));
            for (var call = 0; call < 100; call++)
                run.Ask(PacedRun.Place(1), Urgency.Announcement, stop.Token);
            stop.Cancel();
        }

        run.RunTo(TimeSpan.FromHours(2));
        Assert.Equal(0, run.Clock.Timers);
    }

    [Fact]
    public async Task The_end_of_the_bot_ends_every_wait()
    {
        var run = new PacedRun();
        var waits = Enumerable.Range(0, 500).Select(it => it % 2 == 0 ? run.Announce(it % 3) : run.Answer(it % 3)).ToList();
        run.RunTo(TimeSpan.FromSeconds(3));
        run.Dispose();

        Assert.All(waits, it => Assert.True(it.Task.IsCompleted));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waits[^1].Task);
        Assert.Throws<ObjectDisposedException>(() => { run.Answer(1); });
        Assert.Throws<ObjectDisposedException>(() => { run.Ask(1, Urgency.Answer, tenant: 5); });
        run.Throttle(1);
        Assert.Equal(0, run.Clock.Timers);
    }

    [Fact]
    public async Task Many_who_ask_and_give_up_at_the_same_time_lose_nothing()
    {
        using var run = new PacedRun();
        var crowd = Enumerable.Range(0, 4).Select(it => Task.Run(() => AskAndGiveUpAsync(run.Pace, new Random(it)))).ToList();
        var all = Task.WhenAll(crowd);
        while (!all.IsCompleted)
        {
            run.Clock.Leap();
            await Task.Yield();
        }

        Assert.Equal(4 * 500, (await all).Sum());
        run.RunTo(run.Clock.Elapsed + TimeSpan.FromHours(2));
        var afterwards = Enumerable.Range(0, 50).Select(run.Answer).ToList();
        Assert.All(afterwards, it => Assert.Equal(it.AskedAt, it.At));
    }

    private static async Task<int> AskAndGiveUpAsync(OutgoingPace pace, Random chance)
    {
        var calls = new List<Task>();
        for (var call = 0; call < 500; call++)
        {
            var stop = new CancellationTokenSource();
            calls.Add(pace.WaitAsync(PacedRun.Place(chance.Next(20)), (Urgency)chance.Next(2), stop.Token));
            if (chance.Next(3) == 0)
                _ = Task.Run(stop.Cancel, CancellationToken.None);
        }

        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return calls.Count(it => it.IsCompletedSuccessfully || it.IsCanceled);
    }
}
