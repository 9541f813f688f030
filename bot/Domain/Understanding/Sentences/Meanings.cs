namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Begins a meaning whose language is filled in at the end.</summary>
internal static class Meanings
{
    public static Meaning Of(Intent intent) => new() { Language = "", Intent = intent };

    /// <summary>A meaning that no model has weighed: the words decide, or nothing does.</summary>
    public static Meaning ByWordsAlone(Meaning meaning) => meaning with { Confidence = IsDecided(meaning) ? 1 : 0 };

    private static bool IsDecided(Meaning meaning) =>
        meaning.Intent is not (Intent.Unknown or Intent.Responsibility)
        || meaning.WholeMatrix || meaning.Rows.Count > 0 || meaning.Outside is not null;
}
