using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What one person alone can make of an event that others have approved.</summary>
public sealed class JoiningAnApprovedEventTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly Person Stranger = new("aad-stranger", "Somebody without a role");

    private static readonly RecoveryPolicy Listed = new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["dr-authority"] = ["aad-ben"], ["dr-operator"] = ["aad-carla"] },
    };

    [Fact]
    public void Nobody_turns_an_approved_planned_switch_into_an_approved_unplanned_failover_alone()
    {
        var planned = Approved(RecoveryKind.PlannedSwitch);
        var after = Declare(RecoveryKind.UnplannedFailover, Stranger, [planned], "LPAR1");
        Assert.False(
            after is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Approved, AnnouncedAt: not null },
            "A real failover was announced as approved that no second person has approved.");
    }

    [Fact]
    public void Nobody_adds_a_system_to_an_approved_failover_alone()
    {
        var approved = Approved(RecoveryKind.UnplannedFailover);
        var after = Declare(RecoveryKind.UnplannedFailover, Stranger, [approved], "LPAR1", "LPAR3");
        Assert.False(
            after.State is RecoveryState.Approved && after.Systems.Any(pair => pair.Primary == "LPAR3"),
            "LPAR3 is approved for failover by nobody.");
    }

    [Fact]
    public void Whoever_joins_with_a_system_of_their_own_does_not_approve_it()
    {
        var waiting = Declare(RecoveryKind.UnplannedFailover, Ana, [], "LPAR1");
        var joined = Declare(RecoveryKind.UnplannedFailover, Ben, [waiting], "LPAR1", "LPAR3");
        Assert.IsNotType<RecoveryChange.Done>(new EventTransitions(Listed).Step(joined, RecoveryState.Approved, Ben, null, Monday));
    }

    private static RecoveryEvent Approved(RecoveryKind kind) =>
        Done(new EventTransitions(Listed).Step(Declare(kind, Ana, [], "LPAR1"), RecoveryState.Approved, Ben, null, Monday));

    private static RecoveryEvent Declare(RecoveryKind kind, Person by, IReadOnlyList<RecoveryEvent> open, params string[] systems) =>
        Done(
            new EventTransitions(Listed).Declare(
                new()
                {
                    Kind = kind,
                    By = by,
                    Systems = [.. systems.Select(name => new RecoveryPair(name, null))],
                },
                open,
                open.Count + 1,
                Monday));

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;
}
