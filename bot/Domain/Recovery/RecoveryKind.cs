namespace ChatOpsBot.Domain.Recovery;

/// <summary>What kind of DR event it is. It never changes: a drill cannot become the real thing.</summary>
public enum RecoveryKind
{
    /// <summary>The primary side is lost; the DR side takes over with what was replicated.</summary>
    UnplannedFailover,

    /// <summary>The primary side is brought to an orderly end first.</summary>
    PlannedSwitch,

    /// <summary>Practice, whatever is really moved for it.</summary>
    Drill,
}
