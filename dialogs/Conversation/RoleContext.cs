using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic may know of roles: read for a turn about them alone.</summary>
/// <param name="Granted">What administrators granted in chats, in the order in which they did.</param>
/// <param name="Version">Counts the changes of what is granted: a change is saved only on top of what its turn saw.</param>
/// <param name="Names">Display names by object id, of those listed in settings as far as they are known.</param>
public sealed record RoleContext(IReadOnlyList<RoleGrant> Granted, int Version, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Whom a grant or a revocation names; null for a question.</summary>
    public PersonMeant? Target { get; init; }

    /// <summary>Teams did not say whether the person of this turn is a member of the company or a guest.</summary>
    public bool IsUnsure { get; init; }
}
