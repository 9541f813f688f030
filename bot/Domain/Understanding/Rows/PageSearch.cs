using System.Buffers;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Text;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds the rows of a page that the trade file does not know: by the words they share with the sentence, and by
/// other words for the same thing.</summary>
internal sealed class PageSearch : IRowSearch, IDisposable
{
    /// <summary>What a full match of the sentence scores; the reader's bar lies a little under half of it.</summary>
    private const double FullMatch = 2;

    // Rows that are looked at closely, and rows that are told.
    private const int MostClose = 60;
    private const int MostFindings = 50;

    // Longer messages than any question; what comes first is as good as the rest.
    private const int MostWords = 40;

    private readonly Tokenizer _roots = new(WordAnalyzer.EnglishRoots);
    private readonly ResponsibilityMatrix _matrix;
    private readonly PageIndex _index;
    private readonly AskedWords _words;

    public PageSearch(ResponsibilityMatrix matrix, PageWordsFile words, Lexicon english)
    {
        var groups = new WordGroups(words, _roots);
        _matrix = matrix;
        _index = new PageIndex(matrix, _roots, groups, english.FunctionWords);
        _words = new AskedWords(_index, _roots, groups, english);
    }

    public IReadOnlyList<Finding> Find(Sentence sentence)
    {
        List<AskedWord> words = [.. _words.Of(sentence).Take(MostWords)];
        if (!words.Any(word => word is { IsKnown: true, IsLight: false }))
            return [];

        var matches = Promising(words).Select(row => new RowFit(_matrix.Rows[row], row, words, _index))
            .OrderByDescending(fit => fit.Rank).ThenBy(fit => fit.At).ToList();
        return [.. Joined(matches).Take(MostFindings).Select(group => ToFinding(group[0], [.. group.Skip(1)]))];
    }

    public void Dispose() => _roots.Dispose();

    /// <summary>Whether the page has all words of a hit.</summary>
    public bool Mentions(Sentence sentence, Hit hit)
    {
        var words = _words.Of(sentence).Where(word => hit.First <= word.At && word.At < hit.End && !word.IsLight).ToList();
        return words.Count > 0 && words.TrueForAll(word => word.IsKnown);
    }

    // The rows with the rarest words, whatever else is in them: a page of thousands of rows is not read through for every question.
    private IEnumerable<int> Promising(List<AskedWord> words)
    {
        var sums = ArrayPool<double>.Shared.Rent(_index.Rows);
        var best = ArrayPool<double>.Shared.Rent(_index.Rows);
        Array.Clear(sums);
        Array.Clear(best);
        foreach (var word in words.Where(word => !word.IsLight))
            Add(word, sums, best);

        var queue = new PriorityQueue<int, double>(MostClose);
        for (var row = 0; row < _index.Rows; row++)
        {
            if (sums[row] <= 0)
                continue;
            if (queue.Count < MostClose)
                queue.Enqueue(row, sums[row]);
            else if (queue.TryPeek(out _, out var least) && sums[row] > least)
                queue.DequeueEnqueue(row, sums[row]);
        }

        ArrayPool<double>.Shared.Return(sums);
        ArrayPool<double>.Shared.Return(best);
        return queue.UnorderedItems.Select(item => item.Element);
    }

    // Of the terms that would do for a word, a row is given the best.
    private void Add(AskedWord word, double[] sums, double[] best)
    {
        foreach (var (term, fit) in word.Terms)
        {
            foreach (var row in _index.RowsOf(term))
                best[row] = Math.Max(best[row], word.Rarity * fit);
        }

        foreach (var (term, _) in word.Terms)
        {
            foreach (var row in _index.RowsOf(term))
                (sums[row], best[row]) = (sums[row] + best[row], 0);
        }
    }

    // A row's name that the page repeats, in the areas of a grid or in several sections, means all of these until an area is named.
    private static IEnumerable<List<RowFit>> Joined(List<RowFit> fits)
    {
        var told = new HashSet<int>();
        foreach (var fit in fits)
        {
            if (!told.Add(fit.At))
                continue;
            List<RowFit> group = [fit, .. fits.Where(other => !told.Contains(other.At) && other.IsAlike(fit))];
            told.UnionWith(group.Select(other => other.At));
            yield return group;
        }
    }

    private static Finding ToFinding(RowFit fit, IReadOnlyList<RowFit> beside) => new()
    {
        Row = fit.Row,
        Beside = [.. beside.Select(other => other.Row)],
        Duties = fit.Duties,
        Party = fit.Duties.Count == 0
            ? beside.Aggregate(fit.Row.Party, (sum, other) => sum | other.Row.Party)
            : fit.Duties.Aggregate(Party.None, (sum, duty) => sum | duty.Party),
        Score = FullMatch * fit.Coverage,
        Share = fit.Share,
        FirstWord = fit.Matched.Min(word => word.At),
        LastWord = fit.Matched.Max(word => word.At) + 1,
        Concepts = [.. fit.Matched.Select(word => word.Root)],
    };
}
