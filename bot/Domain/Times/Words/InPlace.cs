using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Times.Words;

/// <summary>Words that say something only in some places, or one thing in one place and another elsewhere.</summary>
internal static partial class InPlace
{
    private const string OnOrDay = "on-day";
    private const string TomorrowOrMorning = "tomorrow-or-morning";

    /// <summary>
    /// "in" subjects before an amount ("in 3 days"), "the" before a day's number ("Tuesday the 11th", "the 17"); else both say nothing.
    /// "am" (German) subjects in the same places, and where nothing follows: there it is the English one.
    /// </summary>
    public static bool IsIdle(TimeWords words, string sign, List<Word> tokens, int next, string written)
    {
        if (sign is "the" or OnOrDay)
            return !IsDayNumber(words, tokens, next, written) && (sign is "the" || next < tokens.Count);
        if (sign is not "in" || next >= tokens.Count)
            return sign is "in" or "ordinal" && next >= tokens.Count;

        var follows = tokens[next].Text;
        return !(words.Number(follows) is not null || words.Sign(follows)?.Split(' ')[0] is "a" or "few" or "half" or "quarter" or "1"
            || (char.IsAsciiDigit(follows[0]) && follows.Length < 4));
    }

    /// <summary>What a sign stands for at its place.</summary>
    public static string Meaning(TimeWords words, string sign, List<Word> tokens, int at, int length, string written) =>
        sign switch
        {
            OnOrDay when at + length < tokens.Count => "the",
            // "morgen" (German) is the morning of a day just named, and tomorrow otherwise.
            TomorrowOrMorning => DayAtEnd().IsMatch(written) || (at > 0 && words.Sign(tokens[at - 1].Text) is OnOrDay or "this")
                ? "morning"
                : "tomorrow",
            // In digits an hour is of twenty-four ("3 Uhr"), in words it may be of either half of the day ("drei Uhr").
            "hour-of-day" when at > 0 && !char.IsAsciiDigit(tokens[at - 1].Text[0]) => "oclock",
            // "letzten Montag" (German) may be the one just gone or that of last week; other things have one last and one next.
            // In other languages the word stands behind the day: "lundi dernier" (French).
            "recent" when !IsWeekday(words, tokens, at + length) && !IsBehindWeekday(words, tokens, at + length, written) => "last",
            "nearest" when !IsWeekday(words, tokens, at + length) && !IsBehindWeekday(words, tokens, at + length, written) => "next",
            _ => sign,
        };

    public static string BehindDay(string sign) => sign is TomorrowOrMorning ? "morning" : sign;

    /// <summary>Whether numbers with a dot between are a date: "22.10" alone can be a time of day as well.</summary>
    public static bool IsDate(TimeWords words, DottedDate date, List<Word> tokens, int at, bool isOpen)
    {
        var before = at > 0 ? words.Sign(tokens[at - 1].Text) : null;
        var behind = at + date.Words < tokens.Count ? words.Sign(tokens[at + date.Words].Text) : null;
        return date.IsSure || before is OnOrDay || (isOpen && before is not "at" && behind is not "hour-of-day");
    }

    // "Mittwoch letzter Woche" (German): there the word belongs to what follows.
    private static bool IsBehindWeekday(TimeWords words, List<Word> tokens, int next, string written) => WeekdayAtEnd().IsMatch(written)
        && (next >= tokens.Count || words.Sign(tokens[next].Text)?.StartsWith("unit-", StringComparison.Ordinal) is not true);

    private static bool IsWeekday(TimeWords words, List<Word> tokens, int at) =>
        at < tokens.Count && (TimeWords.IsWeekday(words.Sign(tokens[at].Text)) || words.Joined(tokens[at].Text) is not null);

    private static bool IsDayNumber(TimeWords words, List<Word> tokens, int next, string written) => next < tokens.Count
        && (WeekdayAtEnd().IsMatch(written)
            ? char.IsAsciiDigit(tokens[next].Text[0]) || NumberWords.Read(words, tokens, next) is { IsOrdinal: true }
            : char.IsAsciiDigit(tokens[next].Text[0]) && (next + 1 >= tokens.Count || words.Sign(tokens[next + 1].Text) is not "ordinal"));

    [GeneratedRegex(@"<weekday-\d>\s*$")]
    private static partial Regex WeekdayAtEnd();

    [GeneratedRegex(
        @"<(weekday-\d|today|tomorrow|yesterday|day-before-yesterday|day-after-tomorrow|this)>\s*$|<day-first> [\d-]+\s*$|\d <ordinal>\s*$"
    )]
    private static partial Regex DayAtEnd();
}
