using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Domain.People;

/// <summary>
/// Whom somebody meant when they named a person, or a group. A name alone proves nobody's identity. The family is closed.
/// </summary>
public abstract record PersonMeant
{
    private PersonMeant()
    {
    }

    /// <summary>
    /// Looked up in Teams by a mention or an object id; or an object id alone, and then there is no name.
    /// </summary>
    public sealed record Known(Person Person) : PersonMeant;

    /// <summary>A group of Entra ID, by its object id. To take a role away from it nobody has to be known who is in it.</summary>
    public sealed record Group(EntraGroup Entra) : PersonMeant;

    public sealed record UnknownGroup(GroupFault Fault) : PersonMeant;

    /// <summary>Neither mentioned nor an object id, or the name of several who are mentioned.</summary>
    public sealed record OnlyNamed : PersonMeant;

    /// <summary>Teams knows nobody by that where the bot can look, or no Entra object id of them.</summary>
    public sealed record NoMember : PersonMeant;

    /// <summary>Teams did not answer in time.</summary>
    public sealed record NotReached : PersonMeant;
}
