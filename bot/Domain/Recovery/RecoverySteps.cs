using static ChatOpsBot.Domain.Recovery.RecoveryRole;
using static ChatOpsBot.Domain.Recovery.RecoveryState;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>
/// Every step there is. Declaring, validating the application and coming to an end are the client's; what runs in between is reported by
/// whoever runs it (matrix, row "Disaster Recovery"). Once the failover runs, calling it off is no longer the client's alone.
/// </summary>
public static class RecoverySteps
{
    public static IReadOnlyList<RecoveryStep> All { get; } =
    [
        new(Declared, Approved, Authority),
        new(Declared, Rejected, Authority),
        new(Declared, Cancelled, Coordinator),
        new(Approved, FailoverRunning, Operator),
        new(Approved, Cancelled, Coordinator),
        new(FailoverRunning, DrSideActive, Operator),
        new(FailoverRunning, Cancelled, Operator),
        new(DrSideActive, ApplicationValidated, ApplicationOwner),
        new(DrSideActive, FailoverRunning, Operator),
        new(ApplicationValidated, Stable, Coordinator),
        new(ApplicationValidated, FailoverRunning, Operator),
        new(ApplicationValidated, Closed, Coordinator),
        new(Stable, FailbackPlanned, Coordinator),
        new(Stable, Closed, Coordinator),
        new(FailbackPlanned, FailbackRunning, Operator),
        new(FailbackPlanned, Stable, Coordinator),
        new(FailbackRunning, Stable, Operator),
        new(FailbackRunning, Closed, Coordinator),
    ];

    /// <summary>What can follow on a state of an event of that kind; nothing once it is over.</summary>
    public static IReadOnlyList<RecoveryStep> After(RecoveryState state, RecoveryKind kind) =>
        [.. All.Where(step => step.From == state && IsFor(step, kind))];

    public static bool IsOver(RecoveryState state) => state is Closed or Rejected or Cancelled;

    // A drill may end when the application was tried; the real thing goes on until it is stable.
    private static bool IsFor(RecoveryStep step, RecoveryKind kind) =>
        step is not { From: ApplicationValidated, To: Closed } || kind is RecoveryKind.Drill;
}
