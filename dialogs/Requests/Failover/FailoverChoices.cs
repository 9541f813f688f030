namespace ChatOpsBot.Dialogs.Requests.Failover;

/// <summary>What is declared: the real thing, or one of the ways to practise it.</summary>
internal enum FailoverKind
{
    /// <summary>The primary LPAR is lost; the DR LPAR takes over with what was replicated.</summary>
    Unplanned,

    /// <summary>The primary LPAR is brought to an orderly end first.</summary>
    Planned,

    /// <summary>Applications are tried on the DR LPAR while production and replication go on.</summary>
    VirtualDrill,

    /// <summary>Production really moves, and moves back.</summary>
    SwitchDrill,

    /// <summary>The plan is walked through; nothing is touched.</summary>
    PaperDrill,
}

/// <summary>Why the real thing is declared.</summary>
internal enum FailoverReason
{
    SiteLost,
    LparDown,
    DataDamaged,
    Security,
    Maintenance,
    Other,
}

/// <summary>How the primary LPAR is, as far as anybody knows.</summary>
internal enum PrimaryState
{
    Down,
    Degraded,
    Up,
    Unknown,
}

/// <summary>Whether users and jobs are off the primary LPAR when the switch begins.</summary>
internal enum UsersOff
{
    Yes,
    WillBe,
    No,
}
