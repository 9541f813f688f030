namespace ChatOpsBot.Domain.Recovery;

/// <summary>What kind of DR event it is. A drill never becomes the real thing, nor the other way round.</summary>
public enum RecoveryKind
{
    /// <summary>The primary side is lost; the DR side takes over with what was replicated.</summary>
    UnplannedFailover,

    /// <summary>The primary side is brought to an orderly end first.</summary>
    PlannedSwitch,

    /// <summary>Practice, whatever is really moved for it.</summary>
    Drill,
}
