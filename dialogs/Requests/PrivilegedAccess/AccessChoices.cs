namespace ChatOpsBot.Dialogs.Requests.PrivilegedAccess;

/// <summary>What is to be done about a PAM profile.</summary>
internal enum AccessAction
{
    /// <summary>Let a user profile swap to it.</summary>
    Associate,

    /// <summary>End that.</summary>
    Remove,

    /// <summary>Make the PAM profile, for the user profiles named.</summary>
    Create,

    ChangeProfile,

    ChangeSchedule,
}

/// <summary>When the swap is allowed.</summary>
internal enum Availability
{
    Periods,
    Always,
}

/// <summary>For how long it is granted.</summary>
internal enum Validity
{
    Temporary,
    Standing,
    Permanent,
}

/// <summary>The kind of jobs that swap.</summary>
internal enum SwapMode
{
    Interactive,
    Batch,
    Both,
}

/// <summary>Whether a second factor is asked for at the swap.</summary>
internal enum SecondFactor
{
    Keep,
    Enable,
}
