using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Examples;

/// <summary>What two sentences can have in common: words, pairs of words, and pieces of words, which forgive endings,
/// typing mistakes and compounds.</summary>
internal static partial class Features
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    public static IReadOnlySet<string> Of(string text)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var before = "^";
        foreach (Match match in Word().Matches(text.ToLowerInvariant()))
        {
            var word = match.Value;
            features.Add("word:" + word);
            features.Add($"pair:{before} {word}");
            AddPieces(features, $"<{word}>");
            before = word;
        }

        features.Add($"pair:{before} $");
        return features;
    }

    private static void AddPieces(HashSet<string> features, string word)
    {
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var at = 0; at + length <= word.Length; at++)
                features.Add(string.Concat("piece:", word.AsSpan(at, length)));
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}*']+|[?!]")]
    private static partial Regex Word();
}
