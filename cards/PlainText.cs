using System.Globalization;
using System.Text;

namespace ChatOpsBot.Cards;

/// <summary>Makes any text harmless where a client draws it without markdown.</summary>
public static class PlainText
{
    private const char WordJoiner = '\u2060';

    /// <summary>
    /// The text without control characters and direction overrides, and with doubled braces parted:
    /// clients read <c>{{DATE(...)}}</c> in any text of a card.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
        {
            if (IsHidden(sign))
                continue;
            if (plain.Length > 0 && sign is '{' or '}' && plain[^1] == sign)
                plain.Append(WordJoiner);
            plain.Append(sign);
        }

        return plain.ToString();
    }

    /// <summary>
    /// The text as one line for the text or summary of a message. Teams leaves out <c>{anything in braces}</c>
    /// there (msteams-docs issue 4956), so braces become their full-width likes.
    /// </summary>
    public static string Line(string text) =>
        string.Join(' ', Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("\u2060", "", StringComparison.Ordinal)
            .Replace('{', '\uFF5B')
            .Replace('}', '\uFF5D');

    /// <summary>The first <paramref name="length"/> UTF-16 units at most, never half a character, with an ellipsis where cut.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > length - 1)
                break;
            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }

    private static bool IsHidden(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\t')) || sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
