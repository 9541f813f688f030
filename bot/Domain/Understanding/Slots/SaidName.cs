namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>A name of a system, library, object or profile as it stands in a sentence.</summary>
/// <param name="Text">The name, a path or a qualified LIB/OBJ in one piece.</param>
/// <param name="Before">The words before it in lower case, nearest first, at most four, within the same clause.</param>
/// <param name="Start">Offset of its first character in the text.</param>
internal sealed record SaidName(string Text, IReadOnlyList<string> Before, int Start)
{
    public bool IsPath => Text.StartsWith('/');

    public bool IsQualified => !IsPath && Text.Contains('/', StringComparison.Ordinal);

    /// <summary>One of the words stands directly before the name, articles aside.</summary>
    public bool Follows(params IEnumerable<string> words)
    {
        var before = string.Join(' ', Before.Reverse());
        return words.Any(word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (before.Length == word.Length || before[^(word.Length + 1)] == ' '));
    }
}
