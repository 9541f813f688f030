namespace ChatOpsBot.Domain.People.Roles;

/// <summary>A group of Entra ID as it was read.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="Name">Its display name, never an identity.</param>
/// <param name="Members">Entra object ids of the people in it, those of groups within it included.</param>
public sealed record EntraGroup(string Id, string Name, IReadOnlyList<string> Members);

/// <summary>Why it is not known who is in a group.</summary>
public enum GroupFault
{
    /// <summary>It was called by its name, which several groups can have.</summary>
    OnlyNamed,

    /// <summary>The company has no group with this object id.</summary>
    Missing,

    /// <summary>The bot may not read groups.</summary>
    NotAllowed,

    /// <summary>Too many people are in it for a role.</summary>
    TooMany,

    /// <summary>Entra did not answer in time, or not as it should.</summary>
    NotReached,
}
