using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>How well a row fits the words of a question, and which of its duties they touch.</summary>
internal sealed class RowFit
{
    // One word in common may be chance, and then the words that the page does not have tell that it speaks of something else.
    private const double UnknownBesideOne = 0.7;
    private const double UnknownBesideMore = 0.15;

    // A word found in another duty than the rest.
    private const double Apart = 0.5;

    // Of two rows with the same words, the one whose name they are is meant.
    private const double NameBonus = 0.2;

    // A name told in part beside what is told of the duties: just enough to decide between two duties of equal fit.
    private const double NamedInDuty = 0.15;
    private const double LightWord = 0.25;

    // What is asked for as done, and said as done; and what is only handed over, for the other side to do it.
    private const double DoneBonus = 1.3;
    private const double GivenAway = 0.4;

    // Duties that fit nearly as well as the best are told with it.
    private const double CloseToBest = 0.92;

    // Words that stand in one sentence belong together.
    private const double InOneSentence = 0.3;

    // Coverage of two rows that the question does not tell apart.
    private const double Alike = 0.01;

    private readonly PageIndex _index;
    private readonly List<AskedWord> _words;
    private readonly IReadOnlyList<PagePlace> _places;
    private readonly List<AskedWord> _telling;
    private readonly double _total;
    private List<Duty>? _duties;

    public RowFit(Row row, int at, List<AskedWord> words, PageIndex index)
    {
        (Row, At, _words, _index) = (row, at, words, index);
        _places = index.PlacesOf(at);
        _telling = [.. words.Where(word => word is { IsKnown: true, IsLight: false })];
        Matched = [.. _telling.Where(word => _places.Any(place => word.FitIn(place) > 0))];
        _total = Total();
        Coverage = Told() / _total;
        Rank = Coverage * (1 + NameBonus * NameTold()) + InOneSentence * _places.Skip(1).Select(ToldIn).DefaultIfEmpty().Max() / _total;
    }

    public Row Row { get; }

    public int At { get; }

    /// <summary>The words of the question that the row has.</summary>
    public IReadOnlyList<AskedWord> Matched { get; }

    /// <summary>How much of what the question tells is in the row: 1 for all of it.</summary>
    public double Coverage { get; }

    public double Rank { get; }

    /// <summary>Of the words of the question, those that the page does not have at all counted as well: 1 for all of them, and less for
    /// every word that another one stands in for.</summary>
    public double Share => Matched.Sum(word => _places.Max(word.FitIn)) / _words.Count(word => !word.IsLight);

    /// <summary>The duties meant; empty when the row as a whole is.</summary>
    public IReadOnlyList<Duty> Duties => _duties ??= Touched();

    private PagePlace Name => _places[0];

    /// <summary>Of the same name, meant as a whole, and as well fitting; in the same section where columns are areas.</summary>
    public bool IsAlike(RowFit other) =>
        Row.Task == other.Row.Task && Math.Abs(Coverage - other.Coverage) < Alike
            && (Row.Area is null) == (other.Row.Area is null) && (Row.Area is null || Row.Section == other.Row.Section)
            && Duties.Count == 0 && other.Duties.Count == 0;

    // The words that one duty and the name have together; those of other duties for a part.
    private double Told()
    {
        var together = _places.Max(place => _telling.Sum(word => word.Rarity * Math.Max(word.FitIn(Name), word.FitIn(place))));
        var anywhere = Matched.Sum(word => word.Rarity * _places.Max(word.FitIn));
        return together + Apart * (anywhere - together);
    }

    // A short sentence that says it is about it; a long one may brush it.
    private double ToldIn(PagePlace sentence)
    {
        var (sum, count) = (0.0, 0);
        foreach (var word in _telling)
        {
            if (word.FitIn(sentence) is not (var fit and > 0))
                continue;
            sum += word.Rarity * fit * (word.IsDoneIn(sentence) ? DoneBonus : 1);
            count++;
        }

        return sum * (1 + (double)count / sentence.Weights.Count) / 2;
    }

    private double Total()
    {
        var unknown = _words.Count(word => word is { IsKnown: false, IsLight: false });
        return _telling.Sum(word => word.Rarity)
            + _telling.Average(word => word.Rarity) * unknown * (Matched.Count > 1 ? UnknownBesideMore : UnknownBesideOne);
    }

    private double NameTold()
    {
        var terms = _index.NameTerms[At];
        var told = terms.Where(term => _telling.Any(word => word.Terms.Any(asked => asked.Term == term))).Sum(_index.Rarity);
        return terms.Count == 0 ? 0 : told / terms.Sum(_index.Rarity);
    }

    private List<Duty> Touched()
    {
        var beyondName = Matched.Where(word => word.FitIn(Name) == 0).ToHashSet();
        var scores = new double[Row.Duties.Count];
        foreach (var place in _places.Skip(1))
        {
            var score = _words.Where(word => word.IsKnown).Sum(word => Weight(word, place, beyondName));
            scores[place.Duty] = Math.Max(scores[place.Duty], score);
        }

        var best = scores.DefaultIfEmpty().Max();
        var isTold = _places.Skip(1).Any(place =>
            _words.Any(word => word.IsKnown && (beyondName.Contains(word) || word.IsLight) && word.FitIn(place) > 0));
        return isTold ? [.. Row.Duties.Where((_, duty) => scores[duty] >= best * CloseToBest)] : [];
    }

    private static double Weight(AskedWord word, PagePlace place, HashSet<AskedWord> beyondName)
    {
        // Who provides patches does not apply them: what is handed over is done by the other side.
        var done = word.IsDoneIn(place) ? DoneBonus : word.IsVerb && place.Gives ? GivenAway : 1;
        var weight = word.IsLight ? LightWord : beyondName.Contains(word) ? 1 : NamedInDuty;
        return word.FitIn(place) * word.Rarity * done * weight;
    }
}
