namespace ChatOpsBot.Dialogs.Requests.AdHocBackup;

/// <summary>What is saved.</summary>
internal enum BackupScope
{
    Libraries,
    Objects,
    Paths,

    /// <summary>All user data (GO SAVE, option 23).</summary>
    AllUser,

    /// <summary>System data only (option 22).</summary>
    System,

    /// <summary>The entire system (option 21).</summary>
    Entire,

    /// <summary>User profiles and authorities (SAVSECDTA).</summary>
    SecurityData,

    /// <summary>Devices, lines and the like (SAVCFG).</summary>
    Configuration,
}

/// <summary>What the backup is needed for.</summary>
internal enum BackupReason
{
    BeforeChange,
    BeforeUpgrade,
    MonthEnd,
    Audit,
    LegalHold,
    Other,
}

/// <summary>What goes on while it is saved.</summary>
internal enum Activity
{
    Normal,

    /// <summary>What is saved is as it was at a checkpoint, and work goes on.</summary>
    SaveWhileActive,

    /// <summary>All subsystems are ended.</summary>
    RestrictedState,
}

/// <summary>Where a save while active sets its checkpoints (parameter SAVACT of SAVLIB and SAVOBJ).</summary>
internal enum Checkpoint
{
    EachLibrary,
    AllTogether,
    SystemDefined,
}

/// <summary>How long the backup is kept.</summary>
internal enum Retention
{
    Standard,
    Days30,
    Days90,
    Year1,
    Years7,
    UntilDate,
    Permanent,
}

/// <summary>Where it is saved to, if not where every backup goes.</summary>
internal enum Destination
{
    CloudObjectStorage,
    VirtualTape,
    SaveFile,
}

/// <summary>What the desk tells of the save beside that it is done.</summary>
internal enum Feedback
{
    StartAndEnd,
    Volumes,
    ErrorsOnly,
}

/// <summary>Whether the backup itself is encrypted.</summary>
internal enum Encryption
{
    AsUsual,
    Encrypted,
}
