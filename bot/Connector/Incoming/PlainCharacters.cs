using System.Buffers;
using System.Net;
using System.Text;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Characters that look like a space, or like nothing at all, as what they look like.</summary>
public static class PlainCharacters
{
    // No-break, figure and thin spaces, with which Teams, Word and web pages pad.
    private const string Spaces = "\u00A0\u2007\u2009\u202F";

    // With NUL, which PostgreSQL cannot store, and U+FFFE, which has no normal form. The joiner (U+200D) is none of them: emoji and some
    // scripts are written with it.
    private const string Nothing = "\0\r\u00AD\u200B\u2060\uFEFF\uFFFE";

    private static readonly SearchValues<char> Unusual = SearchValues.Create(Spaces + Nothing);

    /// <summary>The same of a text in which HTML's characters are escaped, as Teams sends it, without space around it.</summary>
    public static string OfEscaped(string text) => Of(WebUtility.HtmlDecode(text)).Trim();

    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Unusual))
            return text;

        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (!Nothing.Contains(character, StringComparison.Ordinal))
                plain.Append(Spaces.Contains(character, StringComparison.Ordinal) ? ' ' : character);
        }

        return plain.ToString();
    }
}
