using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Requests.Failover;

/// <summary>What a failover request and a DR event have to do with each other.</summary>
internal static class FailoverEvents
{
    public static RecoveryKind KindOf(FailoverKind kind) => kind switch
    {
        FailoverKind.Unplanned => RecoveryKind.UnplannedFailover,
        FailoverKind.Planned => RecoveryKind.PlannedSwitch,
        _ => RecoveryKind.Drill,
    };

    /// <summary>Null for a drill: which of them it is, is to be asked.</summary>
    public static FailoverKind? KindOf(RecoveryKind kind) => kind switch
    {
        RecoveryKind.UnplannedFailover => FailoverKind.Unplanned,
        RecoveryKind.PlannedSwitch => FailoverKind.Planned,
        _ => null,
    };

    /// <summary>Where the DR sides were not named for all, none of them is.</summary>
    public static IReadOnlyList<RecoveryPair> Pairs(IReadOnlyList<string> sources, IReadOnlyList<string> targets) =>
        targets.Count == sources.Count
            ? [.. sources.Zip(targets, (source, target) => new RecoveryPair(source, target))]
            : [.. sources.Select(source => new RecoveryPair(source, null))];
}
