using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds the rows of a page that the trade file does not know: by the words they share with the sentence, and by
/// other words for the same concept of the trade.</summary>
internal sealed class PageSearch(ResponsibilityMatrix matrix, IReadOnlyDictionary<string, IReadOnlySet<string>> wordsOfConcepts)
    : IRowSearch, IDisposable
{
    /// <summary>What a full match of the sentence scores; the reader's bar lies a little under half of it.</summary>
    private const double FullMatch = 2;

    // A word for the same thing tells less than the word itself, and the name of a row more than a word in a duty.
    private const double SynonymWeight = 0.4;
    private const double NameWeight = 1.5;
    private const double CloseToBest = 0.8;

    private readonly PageIndex _index = new(matrix);

    public IReadOnlyList<Finding> Find(Sentence sentence)
    {
        var wanted = Wanted(sentence);
        var known = wanted.Where(word => word.Stems.Any(stem => _index.Rarity(stem) > 0)).ToList();
        if (known.Count == 0)
            return [];

        var scores = new Dictionary<(int Row, int Duty), double>();
        var told = new Dictionary<int, Dictionary<Word, double>>();
        foreach (var word in known)
            Count(word, scores, told);
        var total = known.Sum(Rarity) + (wanted.Count - known.Count) * known.Average(Rarity) / 2;
        return [.. told.Select(row => ToFinding(row.Key, row.Value, scores, total))
            .OrderByDescending(finding => finding.Score).ThenByDescending(finding => finding.Concepts.Count)];
    }

    public void Dispose() => _index.Dispose();

    private double Rarity(Word word) => word.Stems.Max(_index.Rarity);

    private void Count(Word word, Dictionary<(int Row, int Duty), double> scores, Dictionary<int, Dictionary<Word, double>> told)
    {
        var best = new Dictionary<(int Row, int Duty), double>();
        foreach (var stem in word.Stems)
        {
            var weight = _index.Rarity(stem) * (stem == word.Stems[0] ? 1 : SynonymWeight);
            foreach (var place in _index.Holding(stem))
                best[place] = Math.Max(best.GetValueOrDefault(place), weight * (place.Duty == PageIndex.NoDuty ? NameWeight : 1));
        }

        foreach (var (place, weight) in best)
        {
            scores[place] = scores.GetValueOrDefault(place) + weight;
            var words = told.TryGetValue(place.Row, out var sofar) ? sofar : told[place.Row] = [];
            words[word] = Math.Max(words.GetValueOrDefault(word), place.Duty == PageIndex.NoDuty ? weight / NameWeight : weight);
        }
    }

    private Finding ToFinding(int at, Dictionary<Word, double> words, Dictionary<(int Row, int Duty), double> scores, double total)
    {
        var row = matrix.Rows[at];
        var named = scores.GetValueOrDefault((at, PageIndex.NoDuty));
        var best = row.Duties.Select((_, duty) => scores.GetValueOrDefault((at, duty))).DefaultIfEmpty().Max();
        var duties = best > named ? row.Duties.Where((_, duty) => scores.GetValueOrDefault((at, duty)) >= best * CloseToBest).ToList() : [];
        return new Finding
        {
            Row = row,
            Duties = duties,
            Party = duties.Count == 0 ? row.Party : duties.Aggregate(Party.None, (sum, duty) => sum | duty.Party),
            Score = FullMatch * words.Values.Sum() / total,
            FirstWord = words.Keys.Min(word => word.At),
            LastWord = words.Keys.Max(word => word.At) + 1,
            Concepts = [.. words.Keys.Select(word => word.Stems[0])],
        };
    }

    private List<Word> Wanted(Sentence sentence) => [.. sentence.Words
        .Select((word, at) => new Word(at, [word.Token.Stem, .. Synonyms(sentence, at).Where(stem => stem != word.Token.Stem)]))
        .Where(word => !sentence.FunctionWords.Contains(sentence.Words[word.At].Token.Plain) && !IsMood(sentence, word.At))];

    private IEnumerable<string> Synonyms(Sentence sentence, int at) => sentence.Trade
        .Where(hit => hit.First <= at && at < hit.End)
        .SelectMany(hit => wordsOfConcepts.GetValueOrDefault(hit.Name) ?? Enumerable.Empty<string>()).Distinct();

    private static bool IsMood(Sentence sentence, int at) =>
        sentence.Mood.Any(hit => hit.Name is "who" or "inform" && hit.First <= at && at < hit.End);

    /// <summary>A word of the sentence with the stems that would do: its own first, then words for the same concept.</summary>
    private sealed record Word(int At, IReadOnlyList<string> Stems);
}
