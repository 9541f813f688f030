using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>The real thing reaches further while something is open.</summary>
public sealed class JoiningBesideADrillTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly RecoveryPolicy Policy = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["dr-coordinator"] = ["aad-ana"] },
    };

    [Fact]
    public void A_drill_on_a_system_that_joins_the_real_thing_ends()
    {
        var real = Declare(RecoveryKind.UnplannedFailover, [], Monday, "LPAR1").Event;
        var drill = Declare(RecoveryKind.Drill, [real], Monday, "LPAR2").Event;
        var joined = Declare(RecoveryKind.UnplannedFailover, [drill, real], Monday, "LPAR1", "LPAR2");

        Assert.Contains(joined.Event.Systems, pair => pair.Primary == "LPAR2");
        Assert.Equal(drill.Id, Assert.Single(joined.GaveWay).Id);
    }

    [Fact]
    public void Those_who_may_approve_are_asked_anew_when_a_planned_switch_that_waits_becomes_a_failover()
    {
        // The rounds of asking end after an hour.
        var planned = Declare(RecoveryKind.PlannedSwitch, [], Monday, "LPAR1").Event;
        var failover = Declare(RecoveryKind.UnplannedFailover, [planned], Monday.AddHours(4), "LPAR1").Event;
        Assert.Equal((RecoveryKind.UnplannedFailover, RecoveryState.Declared), (failover.Kind, failover.State));
        Assert.Contains(RecoveryMessages.After(planned, failover, Policy), message => message is OutboxMessage.AskAuthorities);
    }

    private static RecoveryChange.Done Declare(
        RecoveryKind kind, IReadOnlyList<RecoveryEvent> open, DateTimeOffset at, params string[] systems) =>
        Assert.IsType<RecoveryChange.Done>(
            new EventTransitions(Policy).Declare(
                new()
                {
                    Kind = kind,
                    By = Ana,
                    Systems = [.. systems.Select(name => new RecoveryPair(name, null))],
                },
                open,
                open.Count + 1,
                at));
}
