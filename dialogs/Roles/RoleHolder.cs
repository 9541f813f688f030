using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>Whoever holds a role: a person, or a group of Entra ID with everybody in it.</summary>
/// <param name="Holder">Object id and name of the person or the group.</param>
/// <param name="Grant">Null for what settings list.</param>
internal sealed record RoleHolder(Person Holder, RoleGrant? Grant, bool IsGroup);
