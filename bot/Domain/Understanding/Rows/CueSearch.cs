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

    public IReadOnlyList<Finding> Find(Sentence sentence) =>
        [.. Questions(sentence).SelectMany((hits, number) => FindIn(hits, number, sentence))
            .GroupBy(finding => finding.Row).Select(Finding.Join)
            .OrderByDescending(finding => finding.Score).ThenBy(finding => finding.FirstWord)];

    // "The box crashed. Who restarts it, and who restores?" asks twice; what is said before both belongs to each.
    private static IEnumerable<List<Hit>> Questions(Sentence sentence)
    {
        var starts = sentence.Mood.Where(hit => hit.Name == "who").Select(hit => hit.First).Distinct().Order().ToList();
        if (starts.Count < 2)
            return [[.. sentence.Trade]];
        return starts.Select((start, number) => sentence.Trade.Where(hit =>
            hit.First < starts[0] || (hit.First >= start && (number + 1 == starts.Count || hit.First < starts[number + 1]))).ToList());
    }

    private IEnumerable<Finding> FindIn(List<Hit> hits, int question, Sentence sentence)
    {
        var said = hits.GroupBy(hit => hit.Name)
            .ToDictionary(same => same.Key, same => same.MaxBy(hit => Weight(hit, sentence)));
        Func<string, bool> isSaid = said.ContainsKey;
        var fired = trade.Cues.Where(cue => cue.Concepts.All(isSaid) && !NamesTwoRows(cue, said, sentence)).ToList();
        return fired.Where(cue => !fired.Any(other => SaysMore(other, cue))).GroupBy(cue => cue.Task)
            .Select(cues => Merge(_rows[cues.Key], [.. cues], said, sentence) with { Question = question });
    }

    // "Monitoring and performance" or "backups, firewall and monitoring" names the rows one by one; it is not the monitoring of
    // performance.
    private bool NamesTwoRows(Cue cue, Dictionary<string, Hit> said, Sentence sentence) =>
        cue.Concepts.Count == 2 && cue.Concepts.All(IsRowName)
        && cue.Concepts.Select(concept => said[concept]).OrderBy(hit => hit.First).ToList() is [var first, var second]
        && sentence.IsListed(first, second);

    private bool IsRowName(string concept) => trade.Cues.Any(cue => cue.IsWholeRow && cue.Concepts is [var only] && only == concept);

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
        sentence.Mood.Any(mood => mood.Name == "scene" && mood.End <= hit.First && hit.First - mood.End <= 2);
}
