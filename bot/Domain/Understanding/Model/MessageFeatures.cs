using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Sentences;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>What the model goes by.</summary>
internal static class MessageFeatures
{
    private const int ShortestPiece = 2;
    private const int LongestPiece = 5;

    public static HashSet<Feature> Of(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, Meaning first)
    {
        var features = new HashSet<Feature>();
        var words = TextWords.Of(sentence.Text);
        AddWords(features, words);
        AddPieces(features, words);
        AddFindings(features, sentence, mood, rows, first);
        return features;
    }

    private static void AddWords(HashSet<Feature> features, IReadOnlyList<string> words)
    {
        void Add(char kind, ReadOnlySpan<char> name, ReadOnlySpan<char> more = default) =>
            features.Add(Feature.Of(FeatureGroup.Words, kind, name, more));

        var before = "^";
        var beforeThat = "^";
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
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
        // What is wanted stands in the sentence with the question mark, or in the last one.
        foreach (var word in Main(words))
            Add('l', word);
        foreach (var word in words.Where(word => !TextWords.IsMark(word)).Take(3))
            Add('b', word);
        Add('n', Size(words.Count));
    }

    private static string Size(int words) => words switch { <= 2 => "1", <= 5 => "2", <= 10 => "3", <= 20 => "4", <= 40 => "5", _ => "6" };

    private static IEnumerable<string> Main(IReadOnlyList<string> words)
    {
        List<List<string>> sentences = [[]];
        var asked = -1;
        foreach (var word in words)
        {
            if (!TextWords.EndsSentence(word))
            {
                if (!TextWords.IsMark(word))
                    sentences[^1].Add(word);
                continue;
            }

            if (word == "?" && sentences[^1].Count > 0)
                asked = sentences.Count - 1;
            if (sentences[^1].Count > 0)
                sentences.Add([]);
        }

        return asked >= 0 ? sentences[asked] : sentences.LastOrDefault(sentence => sentence.Count > 0) ?? [];
    }

    private static void AddPieces(HashSet<Feature> features, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (TextWords.IsMark(word) || TextWords.IsSign(word))
                continue;
            var framed = $"<{word}>";
            var shortest = word.Any(letter => letter > '\u3000') ? 1 : ShortestPiece + 1;
            for (var length = shortest; length <= LongestPiece; length++)
            {
                for (var at = 0; at + length <= framed.Length; at++)
                    features.Add(Feature.Of(FeatureGroup.Pieces, 'c', framed.AsSpan(at, length)));
            }
        }
    }

    private static void AddFindings(
        HashSet<Feature> features, Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, Meaning first)
    {
        void Add(char kind, string name, string more = "") => features.Add(Feature.Of(FeatureGroup.Findings, kind, name, more));

        var concepts = sentence.Trade.Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var concept in concepts)
            Add('t', concept);
        for (var one = 0; one < concepts.Count; one++)
        {
            for (var other = one + 1; other < concepts.Count; other++)
                Add('2', concepts[one], concepts[other]);
        }

        var manner = mood.Asks ? "asks" : mood.Wants ? "wants" : mood.Declares ? "declares" : "tells";
        foreach (var concept in concepts)
            Add('M', concept, manner);
        var (from, to) = MainPart(sentence.Text);
        bool IsInMain(Hit hit) => sentence.Words[hit.First].Token.Start >= from && sentence.Words[hit.First].Token.Start < to;
        foreach (var hit in sentence.Trade.Where(IsInMain))
            Add('T', hit.Name);
        foreach (var hit in sentence.Mood.Where(IsInMain))
            Add('A', hit.Name);
        foreach (var hit in sentence.Outside.Where(IsInMain))
            Add('O', hit.Name);
        foreach (var row in rows)
        {
            foreach (var duty in row.Duties)
                Add('d', row.Row.Task, $"{duty.Party} {duty.Number}");
        }

        foreach (var hit in sentence.Mood)
            Add('m', hit.Name);
        foreach (var hit in sentence.SmallTalk)
            Add('k', hit.Name);
        foreach (var hit in sentence.Outside)
            Add('o', hit.Name);
        Add('i', $"{first.Intent}", first.Request ?? "");
        if (first.Outside is { } subject)
            Add('x', subject);
        foreach (var row in rows.Take(2))
        {
            Add('r', row.Row.Task, $"{row.Party}");
            Add('R', row.Row.Task);
        }

        if (first.Rows.Count > 0)
            Add('f', first.Rows[0].Task, $"{first.Party}");
        Add('S', rows.Count == 0 ? "none" : rows[0].Score switch { < 0.9 => "low", < 1.7 => "some", < 2.5 => "clear", _ => "sure" });
        Add('a', mood.Asks ? "asks" : mood.Wants ? "wants" : mood.Declares ? "declares" : "tells", mood.Negates ? "not" : "");
        Add('L', sentence.Unexplained.Count switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "3", _ => "4" });
        if (mood.IsHypothetical)
            Add('h', "if");
        if (mood.IsAboutTheSplit)
            Add('h', "split");
    }

    // By characters: from where to where the sentence goes that has the question mark, or the last one.
    private static (int From, int To) MainPart(string text)
    {
        List<(int From, int To, bool Asks)> parts = [];
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('.' or '?' or '!' or '\n' or '。' or '？' or '！') || (text[at] == '.' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])))
                continue;
            if (at - start > 1)
                parts.Add((start, at + 1, text[at] is '?' or '？'));
            start = at + 1;
        }

        if (text.Length - start > 1)
            parts.Add((start, text.Length, false));
        var asked = parts.FindLastIndex(part => part.Asks);
        return parts.Count == 0 ? (0, text.Length) : asked >= 0 ? (parts[asked].From, parts[asked].To) : (parts[^1].From, parts[^1].To);
    }
}
