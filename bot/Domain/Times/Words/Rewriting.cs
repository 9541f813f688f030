using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Times.Words;

/// <summary>
/// Writes what people said as signs and digits ("last Friday at ten" becomes "&lt;last&gt; &lt;weekday-5&gt; &lt;at&gt; 10"), so that the
/// grammar knows no language.
/// </summary>
internal sealed partial class Rewriting(TimeWords words)
{
    public string Write(string text)
    {
        var tokens = Token().Matches(text.ToLowerInvariant()).Select(match => new Word(match.Value, match.Index)).ToList();
        var written = new StringBuilder();
        for (var at = 0; at < tokens.Count;)
            at += WriteNext(tokens, at, written);

        return written.ToString().Trim();
    }

    private int WriteNext(List<Word> tokens, int at, StringBuilder written)
    {
        var tight = at > 0 && tokens[at - 1].End == tokens[at].Start;
        if (tight && AfterDigit(tokens, at) is { } suffix)
            return Put(written, Sign(suffix), 1);
        if (NumberWords.Read(words, tokens, at) is { } number)
            return Put(written, " " + number.Value.ToString(CultureInfo.InvariantCulture) + (number.IsOrdinal ? Sign("ordinal") : ""), number.Words);
        for (var length = Math.Min(words.LongestPhrase, tokens.Count - at); length > 0; length--)
            if (words.Sign(string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Text))) is { } sign)
                return Put(written, sign.Length == 0 || IsIdle(sign, tokens, at + length, written) ? " " : Sign(sign), length);

        return Put(written, (tight ? "" : " ") + tokens[at].Text, 1);
    }

    private string? AfterDigit(List<Word> tokens, int at)
    {
        if (!char.IsAsciiDigit(tokens[at - 1].Text[^1]))
            return null;

        var sign = words.Sign(tokens[at].Text);
        var isDotted = at + 1 < tokens.Count && tokens[at + 1].Text is ".";
        return sign is "ordinal" ? sign : isDotted ? null : words.SignAfterDigit(tokens[at].Text);
    }

    /// <summary>"in" matters before an amount ("in 3 days"), "the" before a day's number ("Tuesday the 11th", "the 17"); else both say nothing.</summary>
    private bool IsIdle(string sign, List<Word> tokens, int next, StringBuilder written)
    {
        if (sign is "the")
            return !IsDayNumber(tokens, next, written);
        if (sign is not "in" || next >= tokens.Count)
            return sign is "in" or "ordinal" && next >= tokens.Count;

        var follows = tokens[next].Text;
        return !(words.Number(follows) is not null || words.Sign(follows) is "a" or "few" or "half"
            || (char.IsAsciiDigit(follows[0]) && follows.Length < 4));
    }

    private bool IsDayNumber(List<Word> tokens, int next, StringBuilder written) => next < tokens.Count
        && (WeekdayAtEnd().IsMatch(written.ToString())
            ? char.IsAsciiDigit(tokens[next].Text[0]) || NumberWords.Read(words, tokens, next) is { IsOrdinal: true }
            : char.IsAsciiDigit(tokens[next].Text[0]) && (next + 1 >= tokens.Count || words.Sign(tokens[next + 1].Text) is not "ordinal"));

    private static string Sign(string name) => $" <{name}>";

    private static int Put(StringBuilder written, string text, int length)
    {
        written.Append(text);
        return length;
    }

    [GeneratedRegex(@"o'clock|\p{L}+|\d+|['’]s|\S")]
    private static partial Regex Token();

    [GeneratedRegex(@"<weekday-\d>\s*$")]
    private static partial Regex WeekdayAtEnd();
}
