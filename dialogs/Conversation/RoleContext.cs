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
    public RoleTarget? Target { get; init; }
}

/// <summary>Whom somebody meant when they named who is to hold a role. A name alone proves nobody's identity.</summary>
public abstract record RoleTarget
{
    private RoleTarget()
    {
    }

    /// <summary>Mentioned and looked up in Teams, or written as an object id.</summary>
    public sealed record Known(Person Person) : RoleTarget;

    /// <summary>Neither mentioned nor an object id.</summary>
    public sealed record OnlyNamed : RoleTarget;

    /// <summary>Mentioned, and Teams knows no member of this chat by that, or no Entra object id of them.</summary>
    public sealed record NoMember : RoleTarget;

    /// <summary>Mentioned, and Teams did not answer in time.</summary>
    public sealed record NotReached : RoleTarget;
}
