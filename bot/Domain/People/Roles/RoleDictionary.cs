using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ChatOpsBot.Domain.People.Roles;

/// <summary>
/// Who holds which role: Entra object ids by the name of the role, as settings list them and as administrators granted them in chats. What
/// is granted changes while the bot runs, and whoever reads here reads what is so now.
/// </summary>
/// <param name="settings">By name, in any case; nobody can take these roles away in a chat.</param>
public sealed class RoleDictionary(IReadOnlyDictionary<string, IReadOnlyList<string>> settings)
    : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    /// <summary>The role whose people grant and revoke roles.</summary>
    public const string Administrator = "administrator";

    private volatile IReadOnlyDictionary<string, IReadOnlyList<string>>? _all;

    /// <summary>What settings list, whatever was granted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings => settings;

    private IReadOnlyDictionary<string, IReadOnlyList<string>> All => _all ?? settings;

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<IReadOnlyList<string>> Values => All.Values;

    public int Count => All.Count;

    public IReadOnlyList<string> this[string key] => All[key];

    /// <summary>These roles are granted, and no others.</summary>
    public void Replace(IEnumerable<RoleGrant> granted) =>
        _all = settings
            .SelectMany(role => role.Value, (role, id) => (Role: role.Key, Id: id))
            .Concat(granted.Select(grant => (grant.Role, grant.Holder.Id)))
            .GroupBy(held => held.Role, held => held.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                role => role.Key, role => (IReadOnlyList<string>)[.. role.Distinct()], StringComparer.OrdinalIgnoreCase);

    public bool IsFromSettings(string role, string personId) =>
        settings.TryGetValue(role, out var listed) && listed.Contains(personId, StringComparer.OrdinalIgnoreCase);

    public bool ContainsKey(string key) => All.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value) => All.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
