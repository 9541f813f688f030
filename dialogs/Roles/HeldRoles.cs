using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>Who holds which role as this turn found it: by the settings, and by what was granted.</summary>
internal sealed class HeldRoles(RoleDictionary roles, RoleContext sight)
{
    public int Version => sight.Version;

    /// <summary>Those of the settings first, then in the order in which they were granted; each once.</summary>
    /// <returns>The grant is null for what settings list.</returns>
    public IReadOnlyList<(Person Holder, RoleGrant? Grant)> Of(string role) =>
    [
        .. Listed(role).Select(id => (Named(new(id, "")), (RoleGrant?)null)),
        .. sight.Granted.Where(grant => grant.Role == role && !IsFromSettings(role, grant.Holder.Id))
            .Select(grant => (Named(grant.Holder), (RoleGrant?)grant)),
    ];

    public bool Holds(string role, string personId) => Of(role).Any(held => held.Holder.Id == personId);

    public bool IsFromSettings(string role, string personId) => roles.IsFromSettings(role, personId);

    /// <summary>The same person by the name they are known by; without one where nobody has told it.</summary>
    public Person Named(Person person) =>
        IsNamed(person)
            ? person
            : sight.Granted.Select(grant => grant.Holder).FirstOrDefault(holder => holder.Id == person.Id && IsNamed(holder))
                ?? person with { Name = sight.Names.GetValueOrDefault(person.Id) ?? "" };

    // Whoever was forgotten has the id in place of the name.
    private static bool IsNamed(Person person) => person.Name.Length > 0 && person.Name != person.Id;

    private IReadOnlyList<string> Listed(string role) => roles.Settings.TryGetValue(role, out var listed) ? listed : [];
}
