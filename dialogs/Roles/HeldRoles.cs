using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>Who holds which role as this turn found it: by the settings, and by what was granted.</summary>
internal sealed class HeldRoles(RoleDictionary roles, RoleContext sight)
{
    public int Version => sight.Version;

    /// <summary>Those of the settings first, then in the order in which they were granted; each once.</summary>
    public IReadOnlyList<RoleHolder> Of(string role) =>
    [
        .. Listed(roles.Settings, role).Select(id => new RoleHolder(Named(new(id, "")), null, IsGroup: false)),
        .. Listed(roles.SettingsGroups, role).Select(id => new RoleHolder(new(id, roles.Group(id)?.Name ?? ""), null, IsGroup: true)),
        .. sight.Granted.Where(grant => grant.Role == role && !IsFromSettings(role, grant.Holder.Id))
            .Select(grant => new RoleHolder(grant.IsGroup ? grant.Holder : Named(grant.Holder), grant, grant.IsGroup)),
    ];

    /// <summary>By themselves, or as a member of a group.</summary>
    public bool Holds(string role, string personId) => Lists(role, personId) || GroupOf(role, personId) is not null;

    /// <param name="holderId">Of a person or a group.</param>
    public bool Lists(string role, string holderId) => Of(role).Any(held => held.Holder.Id == holderId);

    /// <summary>The group that gives somebody the role.</summary>
    public RoleHolder? GroupOf(string role, string personId) =>
        Of(role).FirstOrDefault(held => held.IsGroup && Members(held)?.Contains(personId) is true);

    /// <summary>Null where it is not known who is in the group.</summary>
    public IReadOnlyList<string>? Members(RoleHolder group) => roles.Group(group.Holder.Id)?.Members;

    public bool IsFromSettings(string role, string holderId) => roles.IsFromSettings(role, holderId);

    /// <summary>The same person by the name they are known by; without one where nobody has told it.</summary>
    public Person Named(Person person) =>
        IsNamed(person)
            ? person
            : sight.Granted.Select(grant => grant.Holder).FirstOrDefault(holder => holder.Id == person.Id && IsNamed(holder))
                ?? person with { Name = sight.Names.GetValueOrDefault(person.Id) ?? "" };

    // Whoever was forgotten has the id in place of the name.
    private static bool IsNamed(Person person) => person.Name.Length > 0 && person.Name != person.Id;

    private static IReadOnlyList<string> Listed(IReadOnlyDictionary<string, IReadOnlyList<string>> settings, string role) =>
        settings.TryGetValue(role, out var listed) ? listed : [];
}
