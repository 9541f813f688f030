namespace ChatOpsBot.Dialogs.Words;

/// <summary>Takes words away from the ends of a text as long as there are any.</summary>
internal sealed class Trimming(IEnumerable<string> words)
{
    private static readonly char[] Between = [' ', ',', ':', ';', '!'];

    // The longest first: "for us" before "us".
    private readonly IReadOnlyList<string> _words = [.. words.OrderByDescending(word => word.Length)];

    public string Trim(string text)
    {
        var trimmed = text.Trim(Between);
        while (AtStart(trimmed, out var rest) || AtEnd(trimmed, out rest))
            trimmed = rest;
        return trimmed;
    }

    /// <summary>One of the words stands at the start, or is all there is.</summary>
    public bool AtStart(string text, out string rest)
    {
        var found = _words.FirstOrDefault(word =>
            text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || Between.Contains(text[word.Length]))
        );
        rest = found is null ? text : text[found.Length..].Trim(Between);
        return found is not null;
    }

    public bool AtEnd(string text, out string rest)
    {
        var found = _words.FirstOrDefault(word =>
            text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || Between.Contains(text[^(word.Length + 1)])));
        rest = found is null ? text : text[..^found.Length].Trim(Between);
        return found is not null;
    }
}
