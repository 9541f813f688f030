using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>What the vocabulary found, as features: the same in every language.</summary>
internal static class FindingFeatures
{
    private const int MostRows = 2;

    public static void Add(HashSet<Feature> features, Evidence evidence)
    {
        void Add(char kind, string name, string more = "") => features.Add(Feature.Of(FeatureGroup.Findings, kind, name, more));

        AddConcepts(Add, evidence);
        AddHits(Add, evidence.Sentence);
        AddRows(Add, evidence.Rows);
        var (sentence, mood, _, first) = evidence;
        Add('i', $"{first.Intent}", first.Request ?? "");
        if (first.Outside is { } subject)
            Add('x', subject);
        if (first.Rows.Count > 0)
            Add('f', first.Rows[0].Task, $"{first.Party}");
        Add('a', MannerOf(mood), mood.Negates ? "not" : "");
        Add('L', sentence.Unexplained.Count switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "3", _ => "4" });
        if (mood.IsHypothetical)
            Add('h', "if");
        if (mood.IsAboutTheSplit)
            Add('h', "split");
    }

    private static void AddConcepts(Action<char, string, string> add, Evidence evidence)
    {
        var manner = MannerOf(evidence.Mood);
        var concepts = evidence.Sentence.Trade.Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var one = 0; one < concepts.Count; one++)
        {
            add('t', concepts[one], "");
            add('M', concepts[one], manner);
            for (var other = one + 1; other < concepts.Count; other++)
                add('2', concepts[one], concepts[other]);
        }
    }

    private static void AddHits(Action<char, string, string> add, Sentence sentence)
    {
        var (from, to) = MainPart.Of(sentence.Text);
        void AddAll(IEnumerable<Hit> hits, char kind, char inMainPart)
        {
            foreach (var hit in hits)
            {
                add(kind, hit.Name, "");
                if (sentence.Words[hit.First].Token.Start >= from && sentence.Words[hit.First].Token.Start < to)
                    add(inMainPart, hit.Name, "");
            }
        }

        AddAll(sentence.Trade, 't', 'T');
        AddAll(sentence.Mood, 'm', 'A');
        AddAll(sentence.Outside, 'o', 'O');
        foreach (var hit in sentence.SmallTalk)
            add('k', hit.Name, "");
    }

    private static void AddRows(Action<char, string, string> add, IReadOnlyList<Finding> rows)
    {
        foreach (var row in rows.Take(MostRows))
        {
            add('r', row.Row.Task, $"{row.Party}");
            add('R', row.Row.Task, "");
        }

        foreach (var row in rows)
        {
            foreach (var duty in row.Duties)
                add('d', row.Row.Task, $"{duty.Party} {duty.Number}");
        }

        add('S', rows.Count == 0 ? "none" : rows[0].Score switch { < 0.9 => "low", < 1.7 => "some", < 2.5 => "clear", _ => "sure" }, "");
    }

    private static string MannerOf(Mood mood) => mood.Asks ? "asks" : mood.Wants ? "wants" : mood.Declares ? "declares" : "tells";
}
