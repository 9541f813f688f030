namespace ChatOpsBot.Domain.Requests.Keys;

/// <summary>Looks for keys. One pass: at each place no more is looked at than a key is long.</summary>
internal sealed class KeyScanner(IReadOnlySet<string> prefixes)
{
    /// <summary>A key with dashes and blanks between all its signs, twice over.</summary>
    private const int LongestTyped = 40;

    /// <summary>
    /// Every key has a digit from 2 to 9, which no letter is taken for: so no word of a sentence ("pam access") is read as a key.
    /// </summary>
    public static bool HasUnambiguousDigit(string body) => body.AsSpan().ContainsAnyInRange('2', '9');

    public RequestKey? Whole(string? text)
    {
        var typed = text.AsSpan().Trim();
        if (typed.Length > LongestTyped)
            return null;
        var signs = string.Concat(typed.ToString().Where(sign => !IsGap(sign)));
        return signs.Length == KeyCheck.PrefixSigns + KeyCheck.BodySigns && PrefixAt(signs, 0) is { } prefix
            ? Key(prefix, signs[KeyCheck.PrefixSigns..])
            : null;
    }

    public IEnumerable<SaidKey> In(string sentence)
    {
        for (var at = 0; at < sentence.Length; at++)
        {
            if (At(sentence, at) is not { } said)
                continue;
            yield return said;
            at += said.Length - 1;
        }
    }

    private SaidKey? At(string sentence, int start)
    {
        if ((start > 0 && IsPartOfWord(sentence[start - 1])) || PrefixAt(sentence, start) is not { } prefix)
            return null;
        var gap = start + KeyCheck.PrefixSigns;
        var from = gap < sentence.Length && IsGap(sentence[gap]) ? gap + 1 : gap;
        var end = from + KeyCheck.BodySigns;
        if (end > sentence.Length || (end < sentence.Length && IsPartOfWord(sentence[end])))
            return null;
        var body = sentence[from..end];
        var key = Key(prefix, body);
        var miscopied = from > gap && IsDash(sentence[gap]) && HasUnambiguousDigit(body) && body.All(char.IsAsciiLetterOrDigit);
        return key is not null || miscopied ? new(key, start, end - start) : null;
    }

    private string? PrefixAt(string text, int start)
    {
        if (start + KeyCheck.PrefixSigns > text.Length)
            return null;
        var prefix = text.Substring(start, KeyCheck.PrefixSigns).ToUpperInvariant();
        return prefixes.Contains(prefix) ? prefix : null;
    }

    private static RequestKey? Key(string prefix, string typed)
    {
        if (typed.Any(sign => Crockford.ValueOf(sign) < 0))
            return null;
        var body = string.Concat(typed.Select(sign => Crockford.Signs[Crockford.ValueOf(sign)]));
        return HasUnambiguousDigit(body) && KeyCheck.Holds(prefix, body) ? new(prefix, body) : null;
    }

    private static bool IsGap(char sign) => char.IsWhiteSpace(sign) || IsDash(sign);

    /// <summary>Dashes as telephones and word processors write them.</summary>
    private static bool IsDash(char sign) => sign is '-' or '_' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    private static bool IsPartOfWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
