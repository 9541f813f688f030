using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Cards;

/// <summary>Makes any text harmless where a client draws it without markdown.</summary>
public static partial class PlainText
{
    private const char WordJoiner = '\u2060';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// The text without characters that nobody sees (controls, zero width, direction), and with doubled braces parted:
    /// clients read <c>{{DATE(...)}}</c> in any text of a card.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var lines = text.ReplaceLineEndings("\n");
        for (var at = 0; at < lines.Length; at++)
        {
            var sign = lines[at];
            if (IsHidden(sign) || (sign == ZeroWidthJoiner && !Joins(lines, at)))
                continue;
            if (plain.Length > 0 && sign is '{' or '}' && plain[^1] == sign)
                plain.Append(WordJoiner);
            plain.Append(sign);
        }

        return plain.ToString();
    }

    /// <summary>
    /// What somebody wrote, where it stands in a sentence of the bot: as it is, but nothing of it becomes a link, which readers would take
    /// for the bot's.
    /// </summary>
    public static string Quoted(string text) => LinkStart().Replace(Of(text), "$0 ");

    /// <summary>
    /// What somebody wrote as one line for the text or summary of a message, without links. Teams leaves out <c>{anything in braces}</c>
    /// there (msteams-docs issue 4956), so braces become their full-width likes.
    /// </summary>
    public static string Line(string text) =>
        string.Join(' ', Quoted(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
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
        (char.IsControl(sign) && sign is not ('\n' or '\t'))
        || sign is '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F');

    // Emoji and the scripts of India are written with it.
    private static bool Joins(string text, int at) =>
        at > 0 && at + 1 < text.Length && !char.IsAscii(text[at - 1]) && !char.IsAscii(text[at + 1]);

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*:(?=//)|\bwww(?=\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkStart();
}
