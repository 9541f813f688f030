namespace ChatOpsBot.Domain.People.Roles;

/// <summary>A role that an administrator gave somebody in a chat. What settings list is none.</summary>
/// <param name="Role">Its name, such as <c>dr-authority</c>.</param>
/// <param name="Holder">Whoever has it: a person, or a group by its object id and name.</param>
public sealed record RoleGrant(string Role, Person Holder, Person By, DateTimeOffset At)
{
    /// <summary>The holder is a group of Entra ID: whoever is in it has the role.</summary>
    public bool IsGroup { get; init; }
}
