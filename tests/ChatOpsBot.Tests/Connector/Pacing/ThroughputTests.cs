using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>What Teams allows is used, and no more.</summary>
public sealed class ThroughputTests
{
    [Theory]
    [InlineData(1_000, 21)]
    [InlineData(10_000, 211)]
    public void A_fan_out_uses_what_the_tenant_may(int threads, int seconds)
    {
        using var run = new PacedRun();
        for (var thread = 0; thread < threads; thread++)
            run.Announce(thread);

        var end = run.RunToEnd();

        Assert.InRange(end.TotalSeconds, (threads / 50.0) - 1, seconds);
        TestContext.Current.TestOutputHelper?.WriteLine($"{threads} in {end.TotalSeconds:F2} s");
        WindowAssert.KeptWithin(run.Gone);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(40)]
    public void Timers_that_ring_late_cost_little(int milliseconds)
    {
        using var run = new PacedRun(clock: new LeapingClock(late: TimeSpan.FromMilliseconds(milliseconds)));
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);

        Assert.InRange(run.RunToEnd().TotalSeconds, 19, 22);
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void Announcements_are_spread_evenly()
    {
        using var run = new PacedRun();
        for (var thread = 0; thread < 200; thread++)
            run.Announce(thread);
        run.RunToEnd();

        Assert.All(run.Gone.Zip(run.Gone.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalMilliseconds, 18, 22));
    }

    [Fact]
    public void A_pause_is_not_made_up_for()
    {
        using var run = new PacedRun();
        for (var round = 0; round < 3; round++)
        {
            for (var thread = 0; thread < 30; thread++)
                run.Announce((100 * round) + thread);
            run.RunToEnd();
            run.RunTo(run.Clock.Elapsed + TimeSpan.FromSeconds(10));
        }

        var last = run.Gone.Skip(60).ToList();
        Assert.Equal(last[0].AskedAt, last[0].At);
        Assert.All(last.Zip(last.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalMilliseconds, 18, 22));
    }

    [Fact]
    public void A_few_workers_who_ask_one_by_one_are_as_fast_as_a_thousand_in_line()
    {
        using var run = new PacedRun();
        var next = 8;
        run.OnGone = _ =>
        {
            if (next < 1_000)
                run.Announce(next++);
        };
        for (var thread = 0; thread < 8; thread++)
            run.Announce(thread);

        Assert.InRange(run.RunToEnd().TotalSeconds, 19, 21);
        Assert.Equal(1_000, run.Gone.Count);
    }

    [Fact]
    public void One_thread_with_much_to_say_holds_no_other_back()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 500; call++)
            run.Announce(thread: -1);
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunToEnd();

        // In 22 seconds the busy thread may send 51 of its own.
        Assert.InRange(run.Gone.Where(it => it.Place != PacedRun.Place(-1)).Max(it => it.At).TotalSeconds, 19, 22);
        WindowAssert.KeptWithin(run.Gone);
        WindowAssert.InOrder(run.Gone);
    }

    [Fact]
    public void One_thread_gets_all_that_its_windows_allow()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 3_600; call++)
            run.Answer(thread: 1);

        var end = run.RunToEnd();

        // 1800 an hour; the first hour's begin at once and last a quarter of it.
        Assert.InRange(end.TotalMinutes, 60, 80);
        WindowAssert.KeptWithin(run.Gone);
        Assert.InRange(run.Gone[1_799].At.TotalMinutes, 14, 16);
    }

    [Fact]
    public void Tenants_do_not_wait_for_each_other()
    {
        using var run = new PacedRun();
        for (var thread = 0; thread < 500; thread++)
        {
            run.Ask(thread, Urgency.Announcement, tenant: 1);
            run.Ask(thread, Urgency.Announcement, tenant: 2);
        }

        Assert.InRange(run.RunToEnd().TotalSeconds, 9, 10.5);
        WindowAssert.KeptWithin(run.Gone);
    }
}
