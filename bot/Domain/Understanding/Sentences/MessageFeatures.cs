using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>What the model goes by: the words of a message, pieces of them, and what the vocabulary found.</summary>
internal static class MessageFeatures
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int Beginning = 3;

    // As many as a message of a dozen words has.
    private const int Usual = 300;

    // Kana and kanji begin here. One such letter says as much as a piece of a word elsewhere.
    private const char FirstOfJapanese = '\u3000';

    public static HashSet<Feature> Of(Evidence evidence)
    {
        var features = new HashSet<Feature>(Usual);
        var words = TextWords.Of(evidence.Sentence.Text);
        AddWords(features, words);
        foreach (var word in words.Where(word => !TextWords.IsMark(word) && !TextWords.IsSign(word)))
            AddPieces(features, $"<{word}>");
        FindingFeatures.Add(features, evidence);
        return features;
    }

    private static void AddWords(HashSet<Feature> features, IReadOnlyList<string> words)
    {
        void Add(char kind, ReadOnlySpan<char> name, ReadOnlySpan<char> more = default) =>
            features.Add(Feature.Of(FeatureGroup.Words, kind, name, more));

        var (beforeThat, before) = ("^", "^");
        foreach (var word in words)
        {
            if (TextWords.IsMark(word))
            {
                Add('m', word);
                if (TextWords.EndsSentence(word))
                    (beforeThat, before) = ("^", "^");
                continue;
            }

            Add('w', word);
            Add('p', before, word);
            Add('s', beforeThat, word);
            (beforeThat, before) = (before, word);
        }

        Add('p', before, "$");
        foreach (var word in MainPart.Of(words))
            Add('l', word);
        foreach (var word in words.Where(word => !TextWords.IsMark(word)).Take(Beginning))
            Add('b', word);
        Add('n', words.Count switch { <= 2 => "1", <= 5 => "2", <= 10 => "3", <= 20 => "4", <= 40 => "5", _ => "6" });
    }

    private static void AddPieces(HashSet<Feature> features, string framed)
    {
        for (var length = framed.Any(letter => letter > FirstOfJapanese) ? 1 : ShortestPiece; length <= LongestPiece; length++)
        {
            for (var at = 0; at + length <= framed.Length; at++)
                features.Add(Feature.Of(FeatureGroup.Pieces, 'c', framed.AsSpan(at, length)));
        }
    }
}
