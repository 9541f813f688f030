using ChatOpsBot.Domain.Understanding.Text;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Reads the words of a question by the words of a page: the same, mistyped, put together, or others that mean the same.</summary>
internal sealed class AskedWords
{
    private const double SameFit = 0.8;
    private const double MendedFit = 0.85;
    private const double ConceptFit = 0.4;

    // "Talks" is near "tasks"; longer words are seldom near one another.
    private const int ShortestMended = 6;

    // In words, between the question and its verb: "who has to reload".
    private const int FarthestVerb = 4;

    private readonly PageIndex _index;
    private readonly Tokenizer _roots;
    private readonly WordGroups _groups;
    private readonly IReadOnlySet<string> _english;
    private readonly Spelling _spelling;
    private readonly Compounds _compounds;
    private readonly Dictionary<string, List<string>> _concepts;

    public AskedWords(
        PageIndex index, Tokenizer roots, WordGroups groups, Lexicon english)
    {
        (_index, _roots, _groups, _english) = (index, roots, groups, english.FunctionWords);
        _spelling = new Spelling(index.PlainWords);
        _compounds = new Compounds(index.PlainWords.Concat(groups.PlainWords));
        _concepts = english.WordsOfConcepts.ToDictionary(
            concept => concept.Key,
            concept => concept.Value.Select(RootOf).Where(root => index.Find(root) is not null).Distinct().ToList());
    }

    public List<AskedWord> Of(Sentence sentence)
    {
        var roots = RootsIn(sentence);
        var verb = VerbOf(sentence);
        var words = new List<AskedWord>();
        for (var at = 0; at < roots.Count; at++)
        {
            if (at + 1 < roots.Count && PairAt(roots, at, sentence) is { } pair)
            {
                words.Add(Read(pair, at, [], isLight: false, isVerb: at == verb));
                at++;
            }
            else if (!IsAside(sentence, at))
                words.AddRange(Read(sentence, at, roots[at], at == verb));
        }

        return words;
    }

    private List<AskedWord> Read(Sentence sentence, int at, string root, bool isVerb)
    {
        if (sentence.Words[at].IsGrammar)
            return DutySentence.IsCommonVerb(sentence.Words[at].Token.Plain) ? [Read(root, at, [], isLight: true, isVerb)] : [];

        var word = Read(root, at, Concepts(sentence, at), isLight: false, isVerb);
        if (word.IsKnown)
            return [word];

        var plain = sentence.Words[at].Token.Plain;
        if (Mended(sentence.Words[at]) is { } mended && Read(RootOf(mended), at, [], isLight: false, isVerb) is { IsKnown: true } meant)
            return [meant with { Terms = [.. meant.Terms.Select(term => (term.Term, term.Fit * MendedFit))] }];
        var pieces = _compounds.Split(plain)
            .Select(piece => Read(RootOf(piece), at, [], isLight: false, isVerb))
            .Where(piece => piece.IsKnown)
            .ToList();
        return pieces.Count > 0 ? pieces : [word];
    }

    private AskedWord Read(string key, int at, IEnumerable<string> concepts, bool isLight, bool isVerb)
    {
        var fits = new Dictionary<int, double>();
        void Add(string other, double fit)
        {
            if (_index.Find(other) is { } term)
                fits[term] = Math.Max(fits.GetValueOrDefault(term), fit);
        }

        Add(key, 1);
        foreach (var other in _groups.OthersFor(key))
            Add(other, SameFit);
        foreach (var other in fits.Count == 0 ? concepts : [])
            Add(other, ConceptFit);

        // The word itself tells how rare the thing is; others stand in for it only where the page lacks it.
        var rarity = _index.Find(key) is { } own ? _index.Rarity(own)
            : fits.Count == 0 ? 0 : fits.Max(fit => _index.Rarity(fit.Key) * fit.Value);
        return new(at, key, [.. fits.Select(fit => (fit.Key, fit.Value))], rarity, isLight, isVerb);
    }

    private string? PairAt(List<string> roots, int at, Sentence sentence)
    {
        var pair = WordGroups.Key(roots[at], roots[at + 1]);
        return _groups.Has(pair) && !sentence.Words[at + 1].StartsClause
            && (_index.Find(pair) is not null || _groups.OthersFor(pair).Any(other => _index.Find(other) is not null)) ? pair : null;
    }

    private string? Mended(Reading word)
    {
        if (word.Token.Plain.Length < ShortestMended || !word.Token.Surface.Any(char.IsLower))
            return null;
        return _spelling.Correct(word.Token.Plain);
    }

    // The vocabulary of the trade is about IBM i; of another language it is as good as a dictionary.
    private IEnumerable<string> Concepts(Sentence sentence, int at) => sentence.FunctionWords == _english ? [] : sentence.Trade
        .Where(hit => hit.First <= at && at < hit.End)
        .SelectMany(hit => _concepts.GetValueOrDefault(hit.Name) ?? Enumerable.Empty<string>());

    // What asks, greets or begs pardon is not what is asked about.
    private static bool IsAside(Sentence sentence, int at) =>
        sentence.Mood.Any(hit => hit.Name is "who" or "inform" or "filler" && hit.First <= at && at < hit.End)
            || sentence.SmallTalk.Any(hit => hit.First <= at && at < hit.End);

    private static int VerbOf(Sentence sentence)
    {
        if (sentence.Mood.LastOrDefault(hit => hit.Name == "who") is not { Name: not null } who)
            return -1;
        for (var at = who.End; at < Math.Min(sentence.Words.Count, who.End + FarthestVerb); at++)
        {
            if (!DutySentence.IsPrelude(sentence.Words[at].Token.Plain))
                return at;
        }

        return -1;
    }

    private List<string> RootsIn(Sentence sentence)
    {
        var byStart = _roots.Read(sentence.Text).ToDictionary(token => token.Start, token => token.Stem);
        return [.. sentence.Words.Select(word => byStart.GetValueOrDefault(word.Token.Start, word.Token.Plain))];
    }

    private string RootOf(string word) => _roots.Read(word) is [var token, ..] ? token.Stem : word;
}
