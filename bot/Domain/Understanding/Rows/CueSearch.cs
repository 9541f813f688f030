using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds the duties a sentence touches, by the cues of the trade file.</summary>
internal sealed class CueSearch(TradeCues trade, ResponsibilityMatrix matrix) : IRowSearch
{
    // "After a failover" sets the scene; what is asked stands in the main clause.
    private const double SceneWeight = 0.6;

    private readonly Dictionary<string, Row> _rows = matrix.Rows.DistinctBy(row => row.Task).ToDictionary(row => row.Task);

    // A cue needs all of its concepts: it is looked at where the first of them is said. With its place in the trade file.
    private readonly Dictionary<string, (Cue Cue, int Place)[]> _cues =
        trade.Cues.Select((cue, place) => (cue, place)).GroupBy(placed => placed.cue.Concepts[0])
            .ToDictionary(same => same.Key, same => same.ToArray());

    private readonly HashSet<string> _rowNames =
        [.. trade.Cues.Where(cue => cue is { IsWholeRow: true, Concepts.Count: 1 }).Select(cue => cue.Concepts[0])];

    public IReadOnlyList<Finding> Find(Sentence sentence)
    {
        if (sentence.Trade.Count == 0)
            return [];

        var questions = Questions(sentence);
        var findings = questions.Count == 1
            ? FindIn(questions[0], 0, sentence)
            : questions.SelectMany((hits, number) => FindIn(hits, number, sentence)).GroupBy(finding => finding.Row).Select(Finding.Join);
        return [.. findings.OrderByDescending(finding => finding.Score).ThenBy(finding => finding.FirstWord)];
    }

    // "The box crashed. Who restarts it, and who restores?" asks twice; what is said before both belongs to each.
    private static List<List<Hit>> Questions(Sentence sentence)
    {
        var starts = sentence.Mood.Where(hit => hit.Name == "who").Select(hit => hit.First).Distinct().Order().ToList();
        if (starts.Count < 2)
            return [sentence.Trade];
        return [.. starts.Select((start, number) => sentence.Trade.FindAll(hit =>
            hit.First < starts[0] || (hit.First >= start && (number + 1 == starts.Count || hit.First < starts[number + 1]))))];
    }

    private IEnumerable<Finding> FindIn(List<Hit> hits, int question, Sentence sentence)
    {
        var said = BestOfEach(hits, sentence);
        var fired = Fired(said, sentence);
        return fired.Count == 0 ? []
            : fired.Where(cue => !fired.Exists(other => SaysMore(other, cue))).GroupBy(cue => cue.Task)
                .Select(cues => Merge(_rows[cues.Key], [.. cues], said, sentence) with { Question = question });
    }

    // In the order of the trade file.
    private List<Cue> Fired(Dictionary<string, Hit> said, Sentence sentence)
    {
        List<(Cue Cue, int Place)> fired = [];
        foreach (var concept in said.Keys)
        {
            foreach (var placed in _cues.GetValueOrDefault(concept, []))
            {
                if (IsSaid(placed.Cue, said) && !NamesTwoRows(placed.Cue, said, sentence))
                    fired.Add(placed);
            }
        }

        fired.Sort((one, other) => one.Place - other.Place);
        return fired.ConvertAll(placed => placed.Cue);
    }

    private static bool IsSaid(Cue cue, Dictionary<string, Hit> said)
    {
        foreach (var concept in cue.Concepts)
        {
            if (!said.ContainsKey(concept))
                return false;
        }

        return true;
    }

    private Dictionary<string, Hit> BestOfEach(List<Hit> hits, Sentence sentence)
    {
        var best = new Dictionary<string, Hit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!best.TryGetValue(hit.Name, out var other) || Weight(hit, sentence) > Weight(other, sentence))
                best[hit.Name] = hit;
        }

        return best;
    }

    // "Monitoring and performance" or "backups, firewall and monitoring" names the rows one by one; it is not the monitoring of
    // performance.
    private bool NamesTwoRows(Cue cue, Dictionary<string, Hit> said, Sentence sentence) =>
        cue.Concepts.Count == 2 && cue.Concepts.All(_rowNames.Contains)
        && cue.Concepts.Select(concept => said[concept]).OrderBy(hit => hit.First).ToList() is [var first, var second]
        && sentence.IsListed(first, second);

    private static bool SaysMore(Cue other, Cue cue) =>
        other.Concepts.Count > cue.Concepts.Count && cue.Concepts.All(other.Concepts.Contains);

    private Finding Merge(Row row, IReadOnlyList<Cue> cues, Dictionary<string, Hit> said, Sentence sentence)
    {
        double Score(Cue cue) => cue.Concepts.Sum(concept => Weight(said[concept], sentence));
        var duties = cues.Where(cue => !cue.IsWholeRow).ToList();
        var top = cues.Max(Score);
        var told = duties.Where(cue => Score(cue) >= top - 1).OrderByDescending(Score)
            .Select(cue => row.Duties.First(duty => duty.Party == cue.Party && duty.Number == cue.Number)).Distinct().ToList();
        return new Finding
        {
            Row = row,
            Duties = told,
            Party = told.Count == 0 ? row.Party : told.Aggregate(Party.None, (party, duty) => party | duty.Party),
            Score = top,
            FirstWord = cues.SelectMany(cue => cue.Concepts).Min(concept => said[concept].First),
            LastWord = cues.SelectMany(cue => cue.Concepts).Max(concept => said[concept].End),
            Concepts = [.. cues.SelectMany(cue => cue.Concepts).Distinct()],
        };
    }

    private double Weight(Hit hit, Sentence sentence) =>
        trade.WeightOf(hit.Name) * hit.Quality * (SetsTheScene(hit, sentence) ? SceneWeight : 1);

    private static bool SetsTheScene(Hit hit, Sentence sentence) =>
        sentence.Mood.Exists(mood => mood.Name == "scene" && mood.End <= hit.First && hit.First - mood.End <= 2);
}
