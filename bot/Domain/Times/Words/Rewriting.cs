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
    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(1);

    private readonly Regex? _unspaced = words.Unspaced.Any()
        ? new(string.Join('|', words.Unspaced.Select(Regex.Escape)), RegexOptions.CultureInvariant, LongestSearch)
        : null;

    /// <summary>The language that is read.</summary>
    public TimeWords Words => words;

    /// <summary>What was said without the full stop behind it; the dot of an ordinal number stays.</summary>
    public string Trim(string text) => words.DottedDates && text.Length > 1 && char.IsAsciiDigit(text[^2]) ? text : text.TrimEnd('.');

    /// <summary>Every way to write it: "22.10" can be a date or a time.</summary>
    public IReadOnlyList<string> Write(string said)
    {
        var tokens = Token().Matches(Spaced(said.ToLowerInvariant())).Select(match => new Word(match.Value, match.Index)).ToList();
        var plain = Write(tokens, withOpenDates: false);
        return words.DottedDates && Write(tokens, withOpenDates: true) is var dated && dated != plain ? [dated, plain] : [plain];
    }

    /// <summary>Whether it was said in this language of a time: with a word of time, and most of it in known words.</summary>
    public bool Hears(string said)
    {
        var written = Write(said)[0];
        return (_unspaced is not null && CountedSign().IsMatch(said))
            || (TimeSign().IsMatch(written) && UnknownWord().Count(written) <= KnownWord().Count(written));
    }

    // Digits and colons may come in the width of the language's own signs.
    private string Spaced(string text) => _unspaced?.Replace(text.Normalize(NormalizationForm.FormKC), " $0 ") ?? text;

    private string Write(List<Word> tokens, bool withOpenDates)
    {
        var written = new StringBuilder();
        for (var at = 0; at < tokens.Count;)
            at += WriteNext(tokens, at, written, withOpenDates);

        return words.TwentyFourHours ? DigitalTime().Replace(written.ToString(), "$0 <hour-of-day>").Trim() : written.ToString().Trim();
    }

    private int WriteNext(List<Word> tokens, int at, StringBuilder written, bool withOpenDates)
    {
        var tight = at > 0 && tokens[at - 1].End == tokens[at].Start;
        if (words.DottedDates && DottedDate.Read(tokens, at) is { } date && InPlace.IsDate(words, date, tokens, at, withOpenDates))
            return Put(written, date.Write(), date.Words);
        if (tight && AfterDigit(tokens, at) is { } suffix)
            return Put(written, Sign(suffix), 1);
        if (tight && tokens[at].Text is "." && IsBetweenDigits(tokens, at))
            return Put(written, ".", 1);
        if (NumberWords.Read(words, tokens, at) is { } number)
            return Put(
                written,
                " " + number.Value.ToString(CultureInfo.InvariantCulture) + (number.IsOrdinal ? Sign("ordinal") : ""),
                number.Words);
        for (var length = Math.Min(words.LongestPhrase(tokens[at].Text), tokens.Count - at); length > 0; length--)
            if (words.Sign(string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Text))) is { } sign)
                return Put(written, Meant(sign, tokens, at, length, written), length);

        return Put(written, words.Joined(tokens[at].Text) is { } joined
            ? Sign(joined.Day) + Sign(InPlace.BehindDay(joined.Behind)) : (tight ? "" : " ") + tokens[at].Text, 1);
    }

    private string? AfterDigit(List<Word> tokens, int at)
    {
        if (!char.IsAsciiDigit(tokens[at - 1].Text[^1]))
            return null;

        var sign = words.Sign(tokens[at].Text);
        var isDotted = at + 1 < tokens.Count && tokens[at + 1].Text is ".";
        return sign is not "ordinal" ? isDotted ? null : words.SignAfterDigit(tokens[at].Text) : IsBetweenDigits(tokens, at) ? null : sign;
    }

    // A dot within "22.30" makes no ordinal number of the 22.
    private static bool IsBetweenDigits(List<Word> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End && char.IsAsciiDigit(tokens[at + 1].Text[0]);

    private string Meant(string sign, List<Word> tokens, int at, int length, StringBuilder written) =>
        sign.Length == 0 || InPlace.IsIdle(words, sign, tokens, at + length, written.ToString()) ? " "
        : Sign(InPlace.Meaning(words, sign, tokens, at, length, written.ToString()));

    // A number among signs is written as it is.
    private static string Sign(string names) =>
        string.Concat(names.Split(' ').Select(name => char.IsAsciiDigit(name[0]) ? $" {name}" : $" <{name}>"));

    private static int Put(StringBuilder written, string text, int length)
    {
        written.Append(text);
        return length;
    }

    // "11月14日" (Japanese): a year, month, day, hour or minute.
    [GeneratedRegex(@"\d[年月日時分]")]
    private static partial Regex CountedSign();

    [GeneratedRegex(@"<[\w-]+>")]
    private static partial Regex KnownWord();

    [GeneratedRegex(@"(?<![<\w-])\p{L}+")]
    private static partial Regex UnknownWord();

    [GeneratedRegex(
        "<(weekday|month|unit|today|tomorrow|yesterday|day-|tonight|night|noon|midnight|morning|afternoon|evening|weekend|hour-of-day)")]
    private static partial Regex TimeSign();

    [GeneratedRegex(@"o'clock|\p{L}+|\d+|['’]s|\S")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![\d:.])\d{1,2}[:.]\d\d(:\d\d)?(?![\d.])(?!\s*<hour-of-day>)")]
    private static partial Regex DigitalTime();
}
