namespace ChatOpsBot.Dialogs.Words;

/// <summary>
/// Compares what somebody typed with the phrases of a key, in every language the bot speaks: people mix languages, and a phrase of one is
/// seldom something else in another.
/// </summary>
internal static class SaidPhrases
{
    public static IEnumerable<string> InEveryLanguage(this WordsCatalog words, string key) =>
        words.Languages.SelectMany(language => words.In(language).Several(key));

    /// <summary>The whole of it is one of the phrases.</summary>
    public static bool IsSaid(this WordsCatalog words, string key, string plain) => words.InEveryLanguage(key).Contains(plain);

    /// <summary>It is one of the phrases, or one of them and more.</summary>
    public static bool Begins(this WordsCatalog words, string key, string plain) =>
        words.InEveryLanguage(key).Any(phrase => plain == phrase || IsLead(plain, phrase));

    /// <summary>It is one of the phrases, or ends with one.</summary>
    public static bool Ends(this WordsCatalog words, string key, string plain) =>
        words.InEveryLanguage(key).Any(phrase => plain == phrase || plain.EndsWith(" " + phrase, StringComparison.Ordinal));

    /// <summary>What follows one of the phrases at the start; null where none stands there, or nothing follows.</summary>
    public static string? After(this WordsCatalog words, string key, string text) =>
        words.InEveryLanguage(key).FirstOrDefault(phrase => IsLead(text.TrimStart(), phrase)) is { } lead
            ? text.TrimStart()[(lead.Length + 1)..].Trim()
            : null;

    private static bool IsLead(string text, string phrase) =>
        text.Length > phrase.Length && text[phrase.Length] == ' ' && text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase);
}
