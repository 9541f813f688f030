using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>
/// "password: x", "PASSWORD(x)" of a command, "pwd=x" of a connection, "the password is x". After a colon, an equals sign or a
/// parenthesis any value is one but those that mean none; after "is" only what no ordinary word looks like.
/// </summary>
internal static class LabelledSecret
{
    private const int ShortestValue = 4;
    private const int ShortestMade = 6;

    /// <summary>With nothing between, as in "Bearer x": longer than the names and keys that may follow such a word.</summary>
    private const int ShortestBare = 20;

    private const int MostBlanks = 8;

    public static SecretFinding? At(string text, int at)
    {
        if (!char.IsLetter(text[at]) || !BeginsLabel(text, at))
            return null;
        foreach (var (word, kind) in SecretLabels.All)
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return After(text, at + word.Length, kind);

        return null;
    }

    private static SecretFinding? After(string text, int end, SecretKind kind)
    {
        if (end >= text.Length || char.IsAsciiLetterOrDigit(text[end]))
            return null;
        var at = Skip(text, end, sign => sign is '"' or '\'' or ' ' or '\t');
        if (text[end] == '(' || (at < text.Length && text[at] is '=' or ':' or '：'))
            return Value(
                text,
                Skip(text, at + 1, sign => sign is '"' or '\'' or ' ' or '\t' or '='),
                kind,
                text[at] is ':' or '：' ? LooksGiven : IsAny);
        if (Verb(text, at) is { } verb)
            return Value(text, Skip(text, at + verb.Length, sign => sign is '"' or '\'' or ' ' or ':'), kind, LooksMade);
        return kind == SecretKind.Token && at > end ? Value(text, at, kind, LooksLongAndMade) : null;
    }

    private static string? Verb(string text, int at) => SecretLabels.Verbs.FirstOrDefault(word =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && at + word.Length < text.Length && (!char.IsLetterOrDigit(text[at + word.Length]) || !char.IsAscii(word[0])));

    private static SecretFinding? Value(string text, int at, SecretKind kind, Func<string, bool, bool> looksSecret)
    {
        var from = Math.Min(at, text.Length);
        var length = Run.Length(text, from, sign => !char.IsWhiteSpace(sign) && sign is not ('"' or '\'' or ',' or ';' or ')' or '&'));
        var value = text.Substring(from, length).TrimEnd('.');
        var isLast = from + length == text.Length || text[from + length] is not (' ' or '\t');
        return value.Length >= ShortestValue && !MeansNone(value) && looksSecret(value, isLast) ? new(kind, from, value.Length) : null;
    }

    /// <summary>A special value of a command, a place holder, a path, a mask, or a word that says there is none.</summary>
    private static bool MeansNone(string value) =>
        value[0] is '*' or '<' or '{' or '$' or '[' or '%' or '/'
        || value.All(sign => sign is 'x' or 'X' or '*' or '.' or '•' or '-' or '_')
        || SecretLabels.NoSecret.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool IsAny(string value, bool isLast) => value.Length > 0;

    /// <summary>
    /// After a colon a sentence may go on ("password: please reset it"), so a plain word counts where nothing follows it.
    /// </summary>
    private static bool LooksGiven(string value, bool isLast) =>
        (isLast || !value.All(char.IsLetter)) && !DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _);

    /// <summary>Letters together with digits or signs, as made-up secrets are and words, dates and times are not.</summary>
    private static bool LooksMade(string value, bool isLast) =>
        value.Length >= ShortestMade
        && value.Any(char.IsLetter)
        && value.Any(sign => char.IsDigit(sign) || sign is '!' or '$' or '#' or '@' or '%' or '&' or '*' or '?');

    private static bool LooksLongAndMade(string value, bool isLast) => value.Length >= ShortestBare && LooksMade(value, isLast);

    /// <summary>At the beginning of a word, after an underscore, or where a capital begins the next word (<c>dbPassword</c>).</summary>
    private static bool BeginsLabel(string text, int at) => !IsMeetingPasscode(text, at) && BeginsWord(text, at);

    private static bool BeginsWord(string text, int at) =>
        Run.Begins(text, at) || !char.IsAscii(text[at]) || (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterLower(text[at - 1]));

    /// <summary>A link to a meeting has its passcode in it and is sent around for that.</summary>
    private static bool IsMeetingPasscode(string text, int at) =>
        at > 0 && text[at - 1] is '?' or '&' && string.Compare(text, at, "pwd=", 0, 4, StringComparison.OrdinalIgnoreCase) == 0;

    private static int Skip(string text, int from, Func<char, bool> over)
    {
        var at = from;
        while (at < text.Length && at - from < MostBlanks && over(text[at]))
            at++;
        return at;
    }
}
