using System.Diagnostics.Metrics;
using ChatOpsBot.Connector;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>A limit on the whole tenant is told from limits on single threads.</summary>
public sealed class TenantThrottleTests
{
    [Fact]
    public void Eight_threads_throttled_in_a_row_halve_the_pace_of_announcements()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 8);

        Assert.InRange(SecondsFor(run, 24), 0.7, 1.1);
    }

    [Fact]
    public void Seven_do_not()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 7);

        Assert.InRange(SecondsFor(run, 24), 0.4, 0.5);
    }

    [Fact]
    public void One_thread_throttled_again_and_again_slows_nobody_else()
    {
        using var run = new PacedRun();
        for (var time = 0; time < 50; time++)
            run.Throttle(1, TimeSpan.FromSeconds(1));

        Assert.InRange(SecondsFor(run, 24), 0.4, 0.5);
    }

    [Fact]
    public void Answers_are_not_slowed()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 8);

        Assert.All(Enumerable.Range(100, 20).Select(run.Answer).ToList(), it => Assert.Equal(it.AskedAt, it.At));
    }

    [Fact]
    public void The_full_pace_comes_back()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 8);
        run.RunTo(TimeSpan.FromSeconds(10));

        Assert.InRange(SecondsFor(run, 24), 0.4, 0.5);
    }

    [Fact]
    public void Throttles_of_calls_that_were_on_their_way_do_not_slow_it_twice_and_later_ones_do()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 8);
        run.RunTo(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        ThrottleInARow(run, 20);
        Assert.InRange(SecondsFor(run, 24), 0.7, 0.9);

        using var again = new PacedRun();
        ThrottleInARow(again, 8);
        again.RunTo(TimeSpan.FromSeconds(2));
        ThrottleInARow(again, 8);
        Assert.InRange(SecondsFor(again, 24), 1.4, 1.7);
    }

    [Fact]
    public void A_new_row_begins_after_the_last_and_after_a_call_that_was_accepted()
    {
        using var run = new PacedRun();
        ThrottleInARow(run, 8);
        run.RunTo(TimeSpan.FromSeconds(2));
        ThrottleInARow(run, 7);
        Assert.InRange(SecondsFor(run, 24), 0.7, 0.9);

        using var passed = new PacedRun();
        ThrottleInARow(passed, 7);
        passed.Pass(3);
        passed.Throttle(7);
        Assert.InRange(SecondsFor(passed, 24), 0.4, 0.5);
    }

    [Fact]
    public void Announcements_never_stop_altogether()
    {
        using var run = new PacedRun();
        for (var time = 0; time < 50; time++)
        {
            ThrottleInARow(run, 8);
            run.RunTo(run.Clock.Elapsed + TimeSpan.FromSeconds(2));
        }

        // Between a sixteenth, to which it falls, and what comes back in two seconds.
        ThrottleInARow(run, 8);
        Assert.InRange(SecondsFor(run, 4), 0.25, 1.1);
    }

    [Fact]
    public void That_it_was_slowed_is_counted()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var counted = new MetricCollector<long>(factory, ConnectorMetrics.MeterName, "chatopsbot.tenant.brakes");
        using var run = new PacedRun(metrics: new(factory));
        ThrottleInARow(run, 7);
        Assert.Empty(counted.GetMeasurementSnapshot());
        run.Throttle(7);

        Assert.Equal(1, Assert.Single(counted.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public void A_fifth_of_all_calls_throttled_by_chance_slows_only_the_threads_it_hits()
    {
        using var run = new PacedRun();
        var chance = new Random(7);
        var throttled = 0;
        run.OnGone = call =>
        {
            var thread = int.Parse(call.Place.ThreadId.Split(':', '@')[1], System.Globalization.CultureInfo.InvariantCulture);
            if (chance.NextDouble() < 0.2)
            {
                throttled++;
                run.Throttle(thread, TimeSpan.FromSeconds(chance.Next(1, 4)));
                run.Announce(thread);
            }
            else
            {
                run.Pass(thread);
            }
        };
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunToEnd();

        // As many calls as were made, at the announcements' own pace, and the rest of the last that were throttled.
        Assert.InRange(throttled, 150, 350);
        Assert.InRange(run.Gone[^1].At.TotalSeconds, 23, (run.Gone.Count / 48.0) + 8);
        WindowAssert.KeptWithin(run.Gone);
    }

    private static void ThrottleInARow(PacedRun run, int threads)
    {
        for (var thread = 0; thread < threads; thread++)
            run.Throttle(thread, TimeSpan.FromSeconds(1));
    }

    private static double SecondsFor(PacedRun run, int announcements)
    {
        var begin = run.Clock.Elapsed;
        for (var thread = 1_000; thread < 1_000 + announcements; thread++)
            run.Announce(thread);
        return (run.RunToEnd() - begin).TotalSeconds;
    }
}
