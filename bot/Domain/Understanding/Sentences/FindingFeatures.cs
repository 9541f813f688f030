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
        AddConcepts(features, evidence);
        AddHits(features, evidence.Sentence);
        AddRows(features, evidence.Rows);
        var (sentence, mood, _, first) = evidence;
        Add(features, 'i', first.Intent.ToString(), first.Request);
        if (first.Outside is { } subject)
            Add(features, 'x', subject);
        if (first.Rows.Count > 0)
            Add(features, 'f', first.Rows[0].Task, first.Party.ToString());
        Add(features, 'a', MannerOf(mood), mood.Negates ? "not" : "");
        Add(features, 'L', sentence.Unexplained.Count switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "3", _ => "4" });
        if (mood.IsHypothetical)
            Add(features, 'h', "if");
        if (mood.IsAboutTheSplit)
            Add(features, 'h', "split");
    }

    private static void Add(HashSet<Feature> features, char kind, string name, string? more = null) =>
        features.Add(Feature.Of(FeatureGroup.Findings, kind, name, more));

    private static void AddConcepts(HashSet<Feature> features, Evidence evidence)
    {
        var manner = MannerOf(evidence.Mood);
        var concepts = evidence.Sentence.Trade.Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var one = 0; one < concepts.Count; one++)
        {
            Add(features, 't', concepts[one]);
            Add(features, 'M', concepts[one], manner);
            for (var other = one + 1; other < concepts.Count; other++)
                Add(features, '2', concepts[one], concepts[other]);
        }
    }

    private static void AddHits(HashSet<Feature> features, Sentence sentence)
    {
        var (from, to) = MainPart.Of(sentence.Text);
        void AddAll(List<Hit> hits, char kind, char inMainPart)
        {
            foreach (var hit in hits)
            {
                Add(features, kind, hit.Name);
                if (sentence.Words[hit.First].Token.Start >= from && sentence.Words[hit.First].Token.Start < to)
                    Add(features, inMainPart, hit.Name);
            }
        }

        AddAll(sentence.Trade, 't', 'T');
        AddAll(sentence.Mood, 'm', 'A');
        AddAll(sentence.Outside, 'o', 'O');
        foreach (var hit in sentence.SmallTalk)
            Add(features, 'k', hit.Name);
    }

    private static void AddRows(HashSet<Feature> features, IReadOnlyList<Finding> rows)
    {
        foreach (var row in rows.Take(MostRows))
        {
            Add(features, 'r', row.Row.Task, row.Party.ToString());
            Add(features, 'R', row.Row.Task);
        }

        foreach (var row in rows)
        {
            foreach (var duty in row.Duties)
                Add(features, 'd', row.Row.Task, $"{duty.Party} {duty.Number}");
        }

        Add(features, 'S', SurenessOf(rows));
    }

    private static string SurenessOf(IReadOnlyList<Finding> rows) =>
        rows.Count == 0 ? "none" : rows[0].Score switch { < 0.9 => "low", < 1.7 => "some", < 2.5 => "clear", _ => "sure" };

    private static string MannerOf(Mood mood) => mood.Asks ? "asks" : mood.Wants ? "wants" : mood.Declares ? "declares" : "tells";
}
