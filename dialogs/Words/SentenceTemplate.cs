namespace ChatOpsBot.Dialogs.Words;

/// <summary>A way to say something: words with one place for a name among them, or none.</summary>
/// <param name="Lead">The words before the place; all of them where there is none.</param>
/// <param name="End">The words after it; null where there is no place.</param>
internal sealed record SentenceTemplate(string Lead, string? End)
{
    /// <param name="place">What marks the place, such as <c>{what}</c>.</param>
    public static SentenceTemplate Of(string said, string place) =>
        said.IndexOf(place, StringComparison.Ordinal) is >= 0 and var at ? new(said[..at], said[(at + place.Length)..]) : new(said, null);

    /// <summary>What stands in the place; empty for words without one, null where the sentence is another.</summary>
    public string? Fit(string sentence)
    {
        if (End is null)
            return string.Equals(sentence, Lead, StringComparison.OrdinalIgnoreCase) ? "" : null;

        return sentence.Length > Lead.Length + End.Length
            && sentence.StartsWith(Lead, StringComparison.OrdinalIgnoreCase) && sentence.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            ? sentence[Lead.Length..^End.Length].Trim()
            : null;
    }
}
