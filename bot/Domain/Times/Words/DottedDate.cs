namespace ChatOpsBot.Domain.Times.Words;

/// <summary>A date of numbers with dots, its day first: "14.11.2026", "14.11.", "14.11".</summary>
/// <param name="Words">How many words it takes.</param>
/// <param name="IsSure">Nothing else can be meant: "14.11" may also be a time of day.</param>
internal readonly record struct DottedDate(int Day, int Month, int? Year, int Words, bool IsSure)
{
    private const int LongestGap = 1;

    /// <summary>The date that starts at a word; null when none does.</summary>
    public static DottedDate? Read(List<Word> tokens, int at)
    {
        if (Number(tokens, at, 2) is not { } day || !IsDot(tokens, at + 1) || Number(tokens, at + 2, 2) is not { } month
            || !IsNear(tokens, at + 2) || day is < 1 or > 31 || month is < 1 or > 12)
            return null;
        if (!IsDot(tokens, at + 3))
            return IsTight(tokens, at + 2) ? new(day, month, null, 3, false) : null;
        if (Number(tokens, at + 4, 4) is { } year && tokens[at + 4].Text.Length is 4 && IsNear(tokens, at + 4))
            return new(day, month, year, 5, true);

        return Number(tokens, at + 4, 2) is { } two && tokens[at + 4].Text.Length is 2 && IsTight(tokens, at + 4)
            ? new(day, month, 2000 + two, 5, true)
            : new(day, month, null, 4, true);
    }

    /// <summary>As the grammar reads it.</summary>
    public string Write() => $" <day-first> {Day}-{Month}-{Year ?? 0}";

    private static int? Number(List<Word> tokens, int at, int digits) =>
        at < tokens.Count && tokens[at].Text.Length <= digits && tokens[at].Text.All(char.IsAsciiDigit)
            ? int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool IsDot(List<Word> tokens, int at) => at < tokens.Count && tokens[at].Text is "." && IsTight(tokens, at);

    private static bool IsTight(List<Word> tokens, int at) => tokens[at - 1].End == tokens[at].Start;

    private static bool IsNear(List<Word> tokens, int at) => tokens[at].Start - tokens[at - 1].End <= LongestGap;
}
