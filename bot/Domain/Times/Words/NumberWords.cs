namespace ChatOpsBot.Domain.Times.Words;

/// <summary>A number said in words: "twenty-two", "thirty first", "two thousand and twenty".</summary>
internal readonly record struct NumberWords(int Value, bool IsOrdinal, int Words)
{
    /// <summary>The number that starts at a word; null when none does.</summary>
    public static NumberWords? Read(TimeWords words, List<Word> tokens, int at)
    {
        // "second" is a unit behind a number, an ordinal elsewhere.
        if (words.Ordinal(tokens[at].Text) is { } ordinal)
            return ordinal == 2 && at > 0 && IsAmount(words, tokens[at - 1].Text) ? null : new(ordinal, true, 1);
        if (words.Number(tokens[at].Text) is not { } tens)
            return null;

        var next = at + 1 < tokens.Count && tokens[at + 1].Text is "-" ? at + 2 : at + 1;
        if (tens < 20 || next >= tokens.Count)
            return new(tens, false, 1);
        if (words.Ordinal(tokens[next].Text) is { } last and < 10)
            return new(tens + last, true, next - at + 1);

        return words.Number(tokens[next].Text) is { } ones and > 0 and < 10 ? new(tens + ones, false, next - at + 1) : new(tens, false, 1);
    }

    private static bool IsAmount(TimeWords words, string word) =>
        words.Number(word) is not null || words.Sign(word) is "a" or "few" || char.IsAsciiDigit(word[0]);
}
