using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>The pace on one side, a Teams that counts for itself on the other.</summary>
public sealed class PaceAgainstTeamsTests
{
    [Fact]
    public void Teams_refuses_nothing_in_the_steady_state()
    {
        using var run = new PacedRun();
        var teams = new FakeThrottle(run.Clock);
        run.OnGone = call => Judge(teams, call);
        for (var thread = 0; thread < 1_000; thread++)
        {
            run.Announce(thread);
            run.Announce(thread % 10);
            run.Answer(thread % 20);
        }

        run.RunToEnd();

        Assert.Equal((3_000, 3_000), (teams.Total.Total, teams.Total[FakeVerdict.LetThrough]));
    }

    [Fact]
    public void What_Teams_throttles_by_chance_gets_through_later_and_no_window_is_ever_full()
    {
        using var run = new PacedRun();
        var teams = new FakeThrottle(run.Clock, new(Seed: 3, Throttled: 0.2));
        run.OnGone = call =>
        {
            if (Judge(teams, call) is null)
                return;

            run.Pace.Ended(call.Place, new SendOutcome.Throttled(null));
            run.Ask(call.Place, call.Urgency, CancellationToken.None);
        };
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunToEnd();

        Assert.Equal((1_000, 0), (teams.Total[FakeVerdict.LetThrough], teams.Total[FakeVerdict.WindowFull]));
        Assert.InRange(teams.Total[FakeVerdict.Throttled], 150, 350);
    }

    private static FakeFault? Judge(FakeThrottle teams, AskedCall call) => teams.Judge(new(call.Place.ThreadId, null, false), _ => { });
}
