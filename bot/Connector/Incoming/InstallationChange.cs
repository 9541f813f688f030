namespace ChatOpsBot.Connector.Incoming;

/// <summary>The bot was added to a chat or team, or removed from it.</summary>
public enum InstallationChange
{
    /// <summary>Somebody added the bot.</summary>
    Added,

    /// <summary>A new version of the app replaced the old one; nobody waits for a greeting.</summary>
    Upgraded,

    Removed,
}
