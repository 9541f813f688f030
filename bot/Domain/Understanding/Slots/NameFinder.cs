using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Finds what looks like an IBM i name: PAYROLL, QGPL/CUSTPF, /home/edi, lpar7. Names are written in capitals or
/// carry a digit; abbreviations of the trade (PAM, BRMS) are not names.</summary>
internal sealed partial class NameFinder(IReadOnlyDictionary<string, List<string>> words)
{
    private const int WordsBefore = 4;
    private const int ShortestWordedName = 5;

    // In words.
    private const int MostNamesAlone = 2;

    private readonly HashSet<string> _notNames = new(words.GetValueOrDefault("not-names", []), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _days = [.. words.GetValueOrDefault("days", [])];
    private readonly HashSet<string> _ordinary = [.. words.GetValueOrDefault("whole", []), .. words.GetValueOrDefault("days", [])];
    private readonly HashSet<string> _articles = [.. words.GetValueOrDefault("articles", [])];
    private readonly HashSet<string> _nouns = [.. Nouns.SelectMany(key => words.GetValueOrDefault(key, []))];

    private static readonly FrozenSet<string> NoSystems = FrozenSet<string>.Empty;

    private static readonly string[] Nouns = ["library", "member", "object", "lpar", "user", "pam-profile"];

    /// <param name="lead">Key of words after which a word in small letters that nothing explains is a name: "restore paylib".</param>
    public IReadOnlyList<SaidName> Find(Sentence sentence, string? lead = null) => Find(sentence, NoSystems, lead);

    /// <param name="systems">Names of the systems that are known; none where nobody listed them.</param>
    /// <param name="lead">As above.</param>
    public IReadOnlyList<SaidName> Find(Sentence sentence, IReadOnlySet<string> systems, string? lead = null)
    {
        var text = sentence.Text;
        var leads = lead is null ? [] : words.GetValueOrDefault(lead, []);
        // In Japanese no letter is small, and yet nobody shouts. Nor does anybody who answers with nothing but a name.
        var shouted = sentence.Words.Count > MostNamesAlone && text.All(c => !char.IsLetter(c) || char.IsUpper(c));
        List<SaidName> names = [];
        foreach (var match in Candidate().EnumerateMatches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (!IsName(text.AsSpan(start..end), start, sentence, shouted)
                && !(IsUnexplained(sentence, start) && IsSmallName(text[start..end], start, sentence, leads)))
                continue;
            names.Add(new(text[start..end], WordsBeforeIt(sentence, start), start)
            {
                IsDirection = Direction().IsMatch(text.AsSpan(end)),
            });
        }

        return Joined(text, names.Exists(name => systems.Contains(name.Text))
            ? names.Select(name => name with { IsListed = systems.Contains(name.Text) })
            : names);
    }

    private static bool IsUnexplained(Sentence sentence, int start) => sentence.Unexplained.Exists(word => word.Token.Start == start);

    // "PRODLIB, TESTLIB and DEVLIB" fill one slot.
    private static List<SaidName> Joined(string text, IEnumerable<SaidName> names)
    {
        List<SaidName> joined = [];
        var end = 0;
        foreach (var name in names)
        {
            if (joined.LastOrDefault() is { } before && before.IsOfAKindWith(name) && Joint(before).IsMatch(text[end..name.Start]))
                joined[^1] = before with { Text = $"{before.Text}{SaidName.Between}{name.Text}" };
            else
                joined.Add(name);
            end = name.Start + name.Text.Length;
        }

        return joined;
    }

    // In a path "and" may stand.
    private static Regex Joint(SaidName name) => name.IsPath ? Comma() : CommaOrAnd();

    private bool IsName(ReadOnlySpan<char> text, int start, Sentence sentence, bool shouted)
    {
        // Most words are small letters alone.
        if (!text.ContainsAnyExceptInRange('a', 'z') || !Any(text, char.IsLetter) || _notNames.Contains(text.ToString()))
            return false;
        if (text is ['/', ..])
            return text.Length > 1;
        if (text.Contains('/'))
            return !Any(text, char.IsLower) || Any(text, char.IsDigit);
        if (shouted || Any(text, char.IsLower))
            return IsNamedOutright(text, start, sentence);
        if (sentence.Words.Count <= MostNamesAlone && sentence.IsKnown(text.ToString()))
            return false;
        return text.Length >= ShortestWordedName || !sentence.IsKnown(text.ToString()) || Any(text, char.IsDigit)
            || FollowsNoun(WordsBeforeIt(sentence, start));
    }

    private static bool Any(ReadOnlySpan<char> text, Func<char, bool> isSuch)
    {
        foreach (var letter in text)
        {
            if (isSuch(letter))
                return true;
        }

        return false;
    }

    // In lower case only what is called a library, an LPAR ... by its noun, or carries a digit, is a name.
    private bool IsNamedOutright(ReadOnlySpan<char> text, int start, Sentence sentence) =>
        NameWithDigit().IsMatch(text)
        || NameWithStar().IsMatch(text)
        || (text.Length >= 3 && Any(text, char.IsUpper) && FollowsNoun(WordsBeforeIt(sentence, start)));

    // Nobody who is in a hurry writes in capitals.
    private bool IsSmallName(string text, int start, Sentence sentence, List<string> leads)
    {
        if (!SmallName().IsMatch(text) || _nouns.Contains(text) || _notNames.Contains(text) || _ordinary.Contains(text))
            return false;
        var before = WordsBeforeIt(sentence, start);
        return LibraryLike().IsMatch(text)
            || (EndsThere(start + text.Length, sentence)
                && (FollowsNoun(before) || (before.Count > 0 && leads.Contains(before[0], StringComparer.OrdinalIgnoreCase))));
    }

    // "Restore paylib on ..." names a library; in "restore deleted records" the word tells something of the next.
    private bool EndsThere(int end, Sentence sentence)
    {
        var rest = sentence.Words.SkipWhile(word => word.Token.Start < end);
        return rest.Take(1)
            .All(next => next.StartsClause || next.IsGrammar || _days.Contains(next.Token.Plain));
    }

    private bool FollowsNoun(List<string> before) => before.Count > 0 && _nouns.Contains(before[0]);

    private List<string> WordsBeforeIt(Sentence sentence, int start)
    {
        var before = new List<string>();
        for (var at = sentence.Words.Count - 1; at >= 0 && before.Count < WordsBefore; at--)
        {
            var word = sentence.Words[at];
            if (word.Token.End > start)
                continue;
            if (at + 1 < sentence.Words.Count && sentence.Words[at + 1].StartsClause && sentence.Words[at + 1].Token.Start <= start)
                break;
            if (!_articles.Contains(word.Token.Plain))
                before.Add(word.Token.Plain);
        }

        return before;
    }

    // An IFS path, in which a blank may stand where it is in quotes, or where a slash or a dot makes plain that it goes on; LIB/OBJ or
    // LIB/OBJ(MBR); a special value for many libraries; or a name, or its beginning (PAY*), of at most ten characters; LPAR names may be
    // longer and carry dashes.
    // Latin letters alone: in Japanese a name stands between kana without a space. The G of "Gültig" is none, nor is its "ltig".
    [GeneratedRegex(
        @"(?<=[""'“„])/[^""'“”„\n]+(?=[""'“”])"
            + @"|(?<![A-Za-zÀ-ɏ0-9_/])/(?:[A-Za-zÀ-ɏ0-9_.$#@-]+(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9_.$#@-]*(?=/))?/?)+(?: [A-Za-zÀ-ɏ0-9_-]+\.[A-Za-z]{2,4}\b)?"
            + @"|(?<![A-Za-zÀ-ɏ0-9_/*])[A-Za-z$#@][A-Za-z0-9_$#@]*(?:[.-][A-Z0-9$#@][A-Za-z0-9_$#@]*)*(?:/[A-Za-z$#@*][A-Za-z0-9_$#@.]*(?:\([A-Za-z0-9_$#@*]+\))?)?\*?(?![A-Za-zÀ-ɏ0-9_])"
            + @"|(?<![A-Za-z0-9_/*])\*(?:ALLUSR|NONSYS|ALLPROD|ALLTEST|IBM)(?![A-Za-z0-9_])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    // "LPAR2に", but not "LPAR2にある".
    [GeneratedRegex("^(?:[にへ](?!あ)|として)")]
    private static partial Regex Direction();

    [GeneratedRegex("^[a-z$#@][a-z$#@_.]{3,9}$")]
    private static partial Regex SmallName();

    [GeneratedRegex("^[a-z]{2,}(?:lib|dta|src)$")]
    private static partial Regex LibraryLike();

    [GeneratedRegex(@"^[A-Za-z$#@]{2,}[\w$#@-]*\d[\w$#@-]*$")]
    private static partial Regex NameWithDigit();

    [GeneratedRegex(@"^\*[a-z]{3,}$|^[a-z$#@]{2}[\w$#@]*\*$")]
    private static partial Regex NameWithStar();

    [GeneratedRegex(@"^\s*[,;]\s*$")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\s*(?:[,;&+]|[,;]?\s*\b(?:and|und)\b)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CommaOrAnd();
}
