namespace ChatOpsBot.Domain.Recovery;

/// <summary>How far a DR event is.</summary>
public enum RecoveryState
{
    /// <summary>Somebody of the client has declared it; a second person has to approve it.</summary>
    Declared,

    Approved,

    /// <summary>The DR side is being brought up.</summary>
    FailoverRunning,

    /// <summary>The DR side is up. That is not the end: nobody has tried the application yet.</summary>
    DrSideActive,

    /// <summary>The client's application owner has tried the application, and it works.</summary>
    ApplicationValidated,

    /// <summary>Business goes on on the DR side.</summary>
    Stable,

    /// <summary>The way back to the primary side is agreed.</summary>
    FailbackPlanned,

    FailbackRunning,

    /// <summary>Over: back on the primary side, or staying on the DR side for good.</summary>
    Closed,

    /// <summary>The second person said no.</summary>
    Rejected,

    /// <summary>Called off.</summary>
    Cancelled,
}
