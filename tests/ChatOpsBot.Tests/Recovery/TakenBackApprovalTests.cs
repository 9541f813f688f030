using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What somebody without a role can do to a failover that others have approved.</summary>
public sealed class TakenBackApprovalTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");

    private static readonly EventTransitions Moves = new(new()
    {
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["dr-authority"] = ["aad-ben"], ["dr-operator"] = ["aad-carla"] },
    });

    [Fact]
    public void A_stranger_who_names_one_more_system_does_not_take_the_approval_back()
    {
        var waiting = Declare(Ana, [], "LPAR1");
        var approved = Done(Moves.Step(waiting, RecoveryState.Approved, Ben, null, Monday));
        var after = Declare(new("aad-stranger", "Somebody without a role"), [approved], "LPAR1", "LPAR3");
        Assert.False(
            after.Id == approved.Id && after.State is RecoveryState.Declared,
            "An approved failover of LPAR1 waits for an approval again, and cannot begin.");
    }

    private static RecoveryEvent Declare(Person by, IReadOnlyList<RecoveryEvent> open, params string[] systems) =>
        Done(
            Moves.Declare(
                new()
                {
                    Kind = RecoveryKind.UnplannedFailover,
                    By = by,
                    Systems = [.. systems.Select(name => new RecoveryPair(name, null))],
                },
                open,
                open.Count + 1,
                Monday));

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;
}
