using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using CsCheck;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Calls that come, wait, are throttled and are given up in ways nobody thought of.</summary>
public sealed class WildArrivalTests
{
    private enum Fate
    {
        GoesWell,
        IsThrottled,
        IsThrottledForTwentySeconds,
        IsGivenUp,
    }

    private static readonly Gen<int> Pauses = Gen.Frequency(
        (8, Gen.Const(0)), (4, Gen.Int[1, 40]), (2, Gen.Int[100, 3_000]), (1, Gen.Int[5_000, 90_000]));

    private static readonly Gen<Fate> Fates = Gen.Frequency(
        (20, Gen.Const(Fate.GoesWell)),
        (1, Gen.Const(Fate.IsThrottled)),
        (1, Gen.Const(Fate.IsThrottledForTwentySeconds)),
        (2, Gen.Const(Fate.IsGivenUp)));

    private static readonly Gen<Arrival[]> Arrivals = Gen.Select(
        Gen.Int[1, 40], Gen.Int[1, 2]).SelectMany((threads, tenants) => Gen.Select(
            Pauses, Gen.Int[0, threads - 1], Gen.Int[0, tenants - 1], Gen.Enum<Urgency>(), Fates, (pause, thread, tenant, urgency, fate) =>
            new Arrival(pause, PacedRun.Place(thread, tenant), urgency, fate)).Array[1, 400]);

    private static readonly Gen<PacingOptions> Options = Gen.Select(
        Gen.OneOf(50, 5),
        Gen.OneOf(0, 1, 4),
        Gen.OneOf(0, 10, 100),
        (calls, reserve, margin) =>
            new PacingOptions
            {
                TenantCallsPerSecond = calls,
                TenantReserve = reserve,
                Margin = TimeSpan.FromMilliseconds(margin),
            });

    [Fact]
    public void No_window_is_ever_too_full_and_everything_gets_through_in_order() =>
        Gen.Select(Options, Arrivals).Sample(
            (options, arrivals) =>
            {
                using var run = new PacedRun(options);
                var rests = Play(run, arrivals);

                Assert.Equal(arrivals.Length, run.Gone.Count + run.GivenUp);
                WindowAssert.KeptWithin(run.Gone, options.TenantCallsPerSecond);
                WindowAssert.InOrder(run.Gone);
                Assert.All(
                    rests,
                    rest => Assert.DoesNotContain(run.Gone, it => it.Place == rest.Place && it.At > rest.From && it.At < rest.Until));
                KeptFree(run.Gone, options);
                run.RunTo(run.Clock.Elapsed + TimeSpan.FromHours(2));
                Assert.Equal(0, run.Clock.Timers);
            },
                iter: 300,
                print: it => string.Join(Environment.NewLine, it.Item2.Select(one => one.ToString()).Prepend(it.Item1.ToString())));

    private static List<Rest> Play(PacedRun run, Arrival[] arrivals)
    {
        var rests = new List<Rest>();
        var stops = new Queue<CancellationTokenSource>();
        run.OnGone = call => Tell(run, call, arrivals[call.Number - 1].Fate, rests);
        foreach (var arrival in arrivals)
        {
            run.RunTo(run.Clock.Elapsed + TimeSpan.FromMilliseconds(arrival.Pause));
            while (stops.Count > 3)
                stops.Dequeue().Cancel();
            var stop = new CancellationTokenSource();
            run.Ask(arrival.Place, arrival.Urgency, stop.Token);
            if (arrival.Fate == Fate.IsGivenUp)
                stops.Enqueue(stop);
        }

        run.RunToEnd();
        return rests;
    }

    private static void Tell(PacedRun run, AskedCall call, Fate fate, List<Rest> rests)
    {
        if (fate is Fate.GoesWell or Fate.IsGivenUp)
        {
            run.Pace.Ended(call.Place, new SendOutcome.Sent("1", "c"));
            return;
        }

        // With no word how long, two seconds are the least.
        var asked = fate == Fate.IsThrottled ? (TimeSpan?)null : TimeSpan.FromSeconds(20);
        run.Pace.Ended(call.Place, new SendOutcome.Throttled(asked));
        rests.Add(new(call.Place, call.At, call.At + (asked ?? TimeSpan.FromSeconds(2))));
    }

    // An announcement never takes the last calls of the tenant's second.
    private static void KeptFree(IReadOnlyList<AskedCall> gone, PacingOptions options)
    {
        foreach (var tenant in gone.GroupBy(it => it.Place.TenantId).Select(it => it.ToList()))
        {
            var announcements = options.TenantCallsPerSecond - options.TenantReserve;
            for (var at = announcements; at < tenant.Count; at++)
            {
                if (tenant[at].Urgency == Urgency.Announcement)
                    Assert.True(
                        tenant[at].At - tenant[at - announcements].At >= TimeSpan.FromSeconds(1),
                        $"Nothing was kept free at {tenant[at].At}.");
            }
        }
    }

    private sealed record Arrival(int Pause, PacedPlace Place, Urgency Urgency, Fate Fate);

    private sealed record Rest(PacedPlace Place, TimeSpan From, TimeSpan Until);
}
