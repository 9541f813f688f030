using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>Reads what is to be followed: names of systems, or every DR event.</summary>
internal sealed partial class FollowedWords(WordsCatalog words, Inventory systems, Trimming fillers)
{
    private readonly Trimming _events = new(words.InEveryLanguage("following.say.events"));
    private readonly Trimming _joints = new(words.InEveryLanguage("following.say.joint"));
    private readonly Trimming _everything = new(words.InEveryLanguage("following.say.everything"));
    private readonly Trimming _systems = new(words.InEveryLanguage("following.say.system"));
    private readonly Trimming _lpars = new(words.InEveryLanguage("following.say.lpar"));
    private readonly Regex _and = new(
        $@"\s*,\s*|\s+(?:{string.Join('|', words.InEveryLanguage("following.say.and").Select(Regex.Escape))})\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <param name="needsEvents">DR events have to be spoken of: many things can be announced.</param>
    /// <returns>The names, none for everything; null for what cannot be followed.</returns>
    public (IReadOnlyList<string> Names, string? Event)? Read(string what, bool needsEvents, bool isShouted)
    {
        var text = fillers.Trim(what);
        var ofEvents = _events.AtStart(text, out var rest) || _events.AtEnd(text, out rest);
        if (needsEvents && !ofEvents)
            return null;

        rest = fillers.Trim(rest);
        if (ofEvents && _joints.AtStart(rest, out var joined))
            rest = fillers.Trim(joined);
        if (rest.Length == 0 || (_everything.AtStart(rest, out var more) && more.Length == 0))
            return ([], null);
        if (RecoveryKey.Read(rest) is not null && systems.Find(rest) is null)
            return ([], rest.ToUpperInvariant());

        List<string> names = [];
        foreach (var part in _and.Split(rest))
        {
            if (NameIn(part, isShouted) is not { } name)
                return null;
            names.Add(name);
        }

        return (names, null);
    }

    private string? NameIn(string part, bool isShouted)
    {
        _systems.AtStart(part.Trim(), out var bare);
        var isNamed = _lpars.AtStart(bare, out bare);
        var name = fillers.Trim(bare).Trim('"', '“', '”', '„', '\'');
        if (name.Length == 0)
            return null;
        if (!systems.IsEmpty && FollowedName.Read(name, systems) is not FollowedName.Unknown)
            return name;

        return
            IbmINames.Lpar(name) is Checked<LparName>.Right
            && !name.Contains(' ', StringComparison.Ordinal)
            && (isNamed || LooksLikeName(name, isShouted))
            ? name
            : null;
    }

    // As elsewhere: a name is written in capitals or carries a digit. A key of a request or an event is none.
    private static bool LooksLikeName(string name, bool isShouted) =>
        !Key().IsMatch(name)
        && name.Any(char.IsLetter)
        && (name.Any(char.IsDigit) || (!isShouted && name.Length > 1 && !name.Any(char.IsLower)));

    [GeneratedRegex(@"^[A-Z]{2,4}-(?:\d+|[0-9A-Z]{6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
