using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ChatOpsBot.Domain.People.Roles;

/// <summary>
/// Who holds which role: Entra object ids of people by the name of the role, as settings list them and as administrators granted them in
/// chats, by themselves or as members of a group. That changes while the bot runs, and whoever reads here reads what is so now.
/// </summary>
/// <param name="settings">People by name of the role, in any case; nobody can take these roles away in a chat.</param>
/// <param name="groups">Object ids of groups by name of the role, in the same way.</param>
public sealed class RoleDictionary(
    IReadOnlyDictionary<string, IReadOnlyList<string>> settings, IReadOnlyDictionary<string, IReadOnlyList<string>>? groups = null)
    : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    /// <summary>The role whose people grant and revoke roles.</summary>
    public const string Administrator = "administrator";

    /// <summary>The role whose people work on the tickets of the local desk.</summary>
    public const string Desk = "desk";

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> None = new Dictionary<string, IReadOnlyList<string>>();

    private readonly Lock _lock = new();
    private volatile IReadOnlyList<RoleGrant> _granted = [];
    private volatile IReadOnlyDictionary<string, EntraGroup> _read = new Dictionary<string, EntraGroup>();
    private volatile IReadOnlyDictionary<string, IReadOnlyList<string>>? _all;

    /// <summary>The people whom settings list, whatever was granted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings => settings;

    /// <summary>The groups that settings list, whatever was granted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SettingsGroups => groups ?? None;

    /// <summary>Object ids of all groups that hold a role.</summary>
    public IReadOnlyCollection<string> Groups =>
    [
        .. SettingsGroups.SelectMany(role => role.Value)
            .Concat(_granted.Where(grant => grant.IsGroup).Select(grant => grant.Holder.Id))
            .Distinct(),
    ];

    private IReadOnlyDictionary<string, IReadOnlyList<string>> All => _all ?? settings;

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<IReadOnlyList<string>> Values => All.Values;

    public int Count => All.Count;

    public IReadOnlyList<string> this[string key] => All[key];

    /// <summary>These roles are granted, and no others.</summary>
    public void Replace(IEnumerable<RoleGrant> granted)
    {
        lock (_lock)
        {
            _granted = [.. granted];
            _all = Combined();
        }
    }

    /// <summary>These people are in the groups. A group that is not among them gives nobody a role.</summary>
    public void Replace(IEnumerable<EntraGroup> read)
    {
        lock (_lock)
        {
            _read = read.ToDictionary(group => group.Id);
            _all = Combined();
        }
    }

    /// <summary>Null where it is not known who is in the group.</summary>
    public EntraGroup? Group(string id) => _read.GetValueOrDefault(id);

    /// <param name="holderId">Of a person or a group.</param>
    public bool IsFromSettings(string role, string holderId) =>
        IsListed(settings, role, holderId) || IsListed(SettingsGroups, role, holderId);

    public bool ContainsKey(string key) => All.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value) => All.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, IReadOnlyList<string>> Combined() =>
        settings.SelectMany(role => role.Value, (role, id) => (Role: role.Key, Id: id))
            .Concat(SettingsGroups.SelectMany(role => role.Value.SelectMany(Members), (role, id) => (Role: role.Key, Id: id)))
            .Concat(_granted.SelectMany(
                grant => grant.IsGroup ? Members(grant.Holder.Id) : [grant.Holder.Id], (grant, id) => (Role: grant.Role, Id: id)))
            .GroupBy(held => held.Role, held => held.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                role => role.Key, role => (IReadOnlyList<string>)[.. role.Distinct()], StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<string> Members(string group) => Group(group)?.Members ?? [];

    private static bool IsListed(IReadOnlyDictionary<string, IReadOnlyList<string>> roles, string role, string id) =>
        roles.TryGetValue(role, out var listed) && listed.Contains(id, StringComparer.OrdinalIgnoreCase);
}
