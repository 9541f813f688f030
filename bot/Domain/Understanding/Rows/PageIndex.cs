using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>The words of a page: where each stands, and how rare it is.</summary>
internal sealed class PageIndex
{
    /// <summary>What a word tells in the heading above a row, beside one in its name: the heading is that of other rows, too.</summary>
    private const double SectionWeight = 0.6;

    private readonly Dictionary<string, int> _terms = [];
    private readonly List<List<int>> _rowsOf = [];
    private readonly List<PagePlace>[] _places;
    private readonly HashSet<string> _plain = [];
    private readonly WordGroups _groups;
    private readonly IReadOnlySet<string> _functionWords;

    public PageIndex(ResponsibilityMatrix matrix, Tokenizer roots, WordGroups groups, IReadOnlySet<string> functionWords)
    {
        (_groups, _functionWords) = (groups, functionWords);
        _places = [.. matrix.Rows.Select((row, at) => PlacesOf(row, at, roots).ToList())];
        NameTerms = [.. matrix.Rows.Select(row => Terms(roots.Read(row.Task)).Select(term => _terms[term]).ToHashSet())];
    }

    public int Rows => _places.Length;

    /// <summary>The words of the page as they are written, without accents.</summary>
    public IReadOnlySet<string> PlainWords => _plain;

    /// <summary>By row: the terms of its own name, without section and area.</summary>
    public IReadOnlyList<IReadOnlySet<int>> NameTerms { get; }

    /// <summary>The term of a root, or of two side by side; null where the page does not have it.</summary>
    public int? Find(string key) => _terms.TryGetValue(key, out var term) ? term : null;

    /// <summary>How rare a term is on the page: the rarer, the more it tells.</summary>
    public double Rarity(int term) => Math.Log(1 + (double)Rows / _rowsOf[term].Count);

    /// <summary>The rows that hold a term, in page order.</summary>
    public List<int> RowsOf(int term) => _rowsOf[term];

    /// <summary>The name of a row and the sentences of its duties.</summary>
    public IReadOnlyList<PagePlace> PlacesOf(int row) => _places[row];

    private IEnumerable<PagePlace> PlacesOf(Row row, int at, Tokenizer roots)
    {
        var names = new Dictionary<int, double>();
        AddName(names, row.Section, SectionWeight, at, roots);
        AddName(names, row.Area ?? "", 1, at, roots);
        AddName(names, row.Task, 1, at, roots);
        yield return new(PagePlace.Name, names, new HashSet<int>(), Gives: false);

        for (var duty = 0; duty < row.Duties.Count; duty++)
        {
            foreach (var sentence in DutySentence.Of(row.Duties[duty].Text, roots))
                yield return PlaceOf(sentence, duty, at);
        }
    }

    private void AddName(Dictionary<int, double> names, string name, double weight, int row, Tokenizer roots)
    {
        foreach (var key in Terms(roots.Read(name)))
            names[Add(key, row)] = weight;
    }

    private PagePlace PlaceOf(DutySentence sentence, int duty, int row)
    {
        List<Token> verbs = [.. sentence.Verbs().Select(at => sentence.Words[at]).Where(IsVerb)];
        var weights = Terms(sentence.Words).Concat(verbs.Select(verb => verb.Stem)).Distinct()
            .ToDictionary(key => Add(key, row), _ => 1.0);
        return new(duty, weights, verbs.Select(verb => _terms[verb.Stem]).ToHashSet(), sentence.Gives);
    }

    private bool IsVerb(Token word) => !_functionWords.Contains(word.Plain) || DutySentence.IsCommonVerb(word.Plain);

    // Words of grammar are left out, but for pairs such as "back up".
    private IEnumerable<string> Terms(IReadOnlyList<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!_functionWords.Contains(words[at].Plain))
            {
                _plain.Add(words[at].Plain);
                yield return words[at].Stem;
            }

            if (at > 0 && WordGroups.Key(words[at - 1].Stem, words[at].Stem) is var pair && _groups.Has(pair))
                yield return pair;
        }
    }

    private int Add(string key, int row)
    {
        if (!_terms.TryGetValue(key, out var term))
        {
            _terms[key] = term = _terms.Count;
            _rowsOf.Add([]);
        }

        if (_rowsOf[term] is not [.., var last] || last != row)
            _rowsOf[term].Add(row);
        return term;
    }
}
