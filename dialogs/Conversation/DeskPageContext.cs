namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic may know of the desk's page: read for a turn about it alone.</summary>
/// <param name="Link">For this person, to be used once; null where they may not have one, or the page has no address.</param>
public sealed record DeskPageContext(DeskPageAccess Access, Uri? Link = null);

/// <summary>Whether somebody may open the desk's page.</summary>
public enum DeskPageAccess
{
    Granted,

    /// <summary>They do not hold the role.</summary>
    NoRole,

    /// <summary>A guest, or somebody of another tenant.</summary>
    Guest,

    /// <summary>Teams did not say whether they are a member of the company or a guest.</summary>
    Unsure,
}
