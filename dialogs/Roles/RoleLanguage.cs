using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Roles;

/// <summary>What people say about roles, in one language.</summary>
internal sealed class RoleLanguage(Phrases words)
{
    /// <summary>Stands in a template, and in a sentence that is compared with one, for the role that is named.</summary>
    public const string Role = "{role}";

    private readonly Trimming _fillers = new(words.Several("roles.say.filler"));
    private readonly HashSet<string> _around = Set(words, "roles.say.around");
    private readonly HashSet<string> _role = Set(words, "roles.say.role");
    private readonly HashSet<string> _request = Set(words, "roles.say.request");
    private readonly HashSet<string> _self = Set(words, "roles.say.self");
    private readonly HashSet<string> _group = Set(words, "roles.say.group");
    private readonly IReadOnlyList<string> _formal = words.Several("roles.say.formal");
    private readonly HashSet<string> _show = Set(words, "roles.say.show");

    public string Code => words.Language;

    /// <summary>The sentence without politeness and marks.</summary>
    public string Plain(string text) =>
        _fillers.Trim(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!', '?', ' '));

    public bool Shows(string sentence) => _show.Contains(sentence);

    /// <summary>It begins with a word that is said of roles and rights alone.</summary>
    public bool IsFormal(string sentence) =>
        _formal.Any(word => sentence.StartsWith($"{word} ", StringComparison.OrdinalIgnoreCase));

    public bool IsSelf(string who) => _self.Contains(who);

    /// <returns>What a group is called, without the words that say that it is one; null where nobody says so.</returns>
    public string? Group(string who)
    {
        var parts = who.Split(' ');
        var last = Array.FindLastIndex(parts, _group.Contains);
        return last >= 0 && last < parts.Length - 1 && parts.Take(last).All(_around.Contains)
            ? string.Join(' ', parts.Skip(last + 1))
            : null;
    }

    /// <returns>What stands in the place of the first template that fits; empty where that has no place; null where none fits.</returns>
    public string? FitAny(string key, string place, string sentence) =>
        words.Several(key).Select(said => SentenceTemplate.Of(said, place).Fit(sentence)).FirstOrDefault(fit => fit is not null);

    /// <summary>Takes "the role" and the like off both sides of a name.</summary>
    /// <returns>True where it is called a role.</returns>
    public bool CutAround(ref string before, ref string after)
    {
        var isRole = false;
        while (before.TrimEnd().Split(' ')[^1] is { Length: > 0 } word && _around.Contains(word))
        {
            isRole |= _role.Contains(word);
            before = before.TrimEnd()[..^word.Length];
        }

        while (after.TrimStart().Split(' ')[0] is { Length: > 0 } word && _around.Contains(word))
        {
            isRole |= _role.Contains(word);
            after = after.TrimStart()[word.Length..];
        }

        return isRole;
    }

    /// <summary>What is approved, without its article and what every request is called: "a restore request" is a restore.</summary>
    public string Subject(string what)
    {
        var parts = RoleNames.Bare(what).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(_around.Contains)
            .ToList();
        if (parts.Count > 1 && _request.Contains(parts[^1]))
            parts.RemoveAt(parts.Count - 1);
        return string.Join(' ', parts) is { Length: > 1 } many && many.EndsWith('s') ? many[..^1] : string.Join(' ', parts);
    }

    private static HashSet<string> Set(Phrases words, string key) => words.Several(key).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
