namespace ChatOpsBot.Domain.People.Roles;

/// <summary>A role that an administrator gave somebody in a chat. What settings list is none.</summary>
/// <param name="Role">Its name, such as <c>dr-authority</c>.</param>
public sealed record RoleGrant(string Role, Person Holder, Person By, DateTimeOffset At);
