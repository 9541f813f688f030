namespace ChatOpsBot.Dialogs.Requests.Restore;

/// <summary>What is restored.</summary>
internal enum RestoreScope
{
    Library,
    Objects,
    Members,
    Paths,
    UserProfiles,
    Configuration,
    WholeLpar,
}

/// <summary>What happens to what is there already.</summary>
internal enum Overwrite
{
    /// <summary>It stays; the restored comes under another name.</summary>
    Alongside,

    /// <summary>Only what is missing is restored (OPTION *NEW).</summary>
    OnlyMissing,

    /// <summary>It is replaced.</summary>
    Replace,
}

/// <summary>How much depends on it; decides the ticket's severity.</summary>
internal enum Urgency
{
    Stopped,
    Deadline,
    Minor,
    Test,
}

/// <summary>Where the backup lies, if the requester knows.</summary>
internal enum BackupSource
{
    DailyBackup,
    Brms,
    CloudObjectStorage,
    VirtualTape,
    SaveFile,
}

/// <summary>Whether the application is stopped while its data is replaced.</summary>
internal enum Quiesced
{
    Yes,
    No,
    NotNeeded,
}
