using System.Buffers;
using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>The words of one language, ready to read sentences with. IBM i people mix English words into every language,
/// so the English trade words count in all of them, but for those that mean something else there.</summary>
internal sealed class Lexicon : IDisposable
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.:!?\n–—、。！？¿¡");

    private const double MendedQuality = 0.92;
    private const double PieceQuality = 0.95;
    private const int LongestAbbreviation = 3;

    private readonly Tokenizer _tokenizer;
    private readonly PhraseIndex _trade;
    private readonly PhraseIndex _mood;
    private readonly PhraseIndex _smallTalk;
    private readonly PhraseIndex _outside;
    private readonly PhraseIndex _facts;
    private readonly PhraseIndex _claims;
    private readonly HashSet<string> _knownStems;
    private readonly HashSet<string> _nativeWords;
    private readonly List<(string Sign, string Name)> _signs;
    private readonly Spelling _spelling;
    private readonly Compounds _compounds;

    public Lexicon(VocabularyFile file, VocabularyFile english)
    {
        Language = file.Language;
        _tokenizer = new Tokenizer(file.Language);
        FunctionWords = file.FunctionWords.SelectMany(_tokenizer.Read).Select(token => token.Plain).ToHashSet();
        SlotWords = ReadSlotWords(file, english);
        _trade = new PhraseIndex(
            file == english ? file.Trade : file.Trade.Concat(Loanwords(file, english)), _tokenizer, Overlap.BothUnlessMarked);
        _mood = new PhraseIndex(file.Mood, _tokenizer, byStem: false);
        _smallTalk = new PhraseIndex(file.SmallTalk, _tokenizer, byStem: false);
        _outside = new PhraseIndex(file.Outside, _tokenizer, byStem: false);
        _facts = new PhraseIndex(file.Facts, _tokenizer, Overlap.BothUnlessMarked, byStem: false);
        _claims = new PhraseIndex(file.Claims, _tokenizer, Overlap.BothUnlessMarked, byStem: false);
        _signs =
        [
            .. from entry in english.SmallTalk from sign in entry.Value where _tokenizer.Read(sign).Count == 0 select (sign, entry.Key),
        ];

        PhraseIndex[] all = [_trade, _mood, _smallTalk, _outside];
        var words = all.SelectMany(index => index.Phrases).SelectMany(phrase => phrase.Words).ToList();
        _knownStems = [.. words.Select(word => word.Stem)];
        _nativeWords = [.. file.Trade.Concat(file.Mood).Concat(file.SmallTalk).SelectMany(entry => entry.Value)
            .SelectMany(_tokenizer.Read).Select(token => token.Plain)];
        var tradeWords = _trade.Phrases.SelectMany(phrase => phrase.Words).ToList();
        _spelling = new Spelling(words.SelectMany(word => new[] { word.Plain, word.Stem }).Where(word => !FunctionWords.Contains(word)));
        _compounds = new Compounds(tradeWords.Select(word => word.Plain));
    }

    public string Language { get; }

    /// <summary>Words so common that they tell the language and nothing else.</summary>
    public IReadOnlySet<string> FunctionWords { get; }

    /// <summary>The small words that names, times and systems are found by, by kind.</summary>
    public IReadOnlyDictionary<string, List<string>> SlotWords { get; }

    /// <summary>The words that stand for a concept on their own, by concept.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> WordsOfConcepts =>
        _trade
            .Phrases.Where(phrase => phrase.Keys.Count == 1)
            .GroupBy(phrase => phrase.Name)
            .ToDictionary(phrases => phrases.Key, IReadOnlySet<string> (phrases) => phrases.Select(phrase => phrase.Keys[0]).ToHashSet());

    public Sentence Read(string text)
    {
        var tokens = _tokenizer.Read(text);
        var words = tokens.Select((token, at) => Readings(token, StartsClause(text, tokens, at))).ToList();
        var asWritten = words.Select(AsWritten).ToList();
        var letterByLetter = words.Select(word => word with { Alternatives = [(word.Token.Plain, 1.0)] }).ToList();
        return new Sentence
        {
            Text = text,
            Words = words,
            Trade = _trade.Find(words),
            Mood = _mood.Find(asWritten),
            SmallTalk = _smallTalk.Find(asWritten),
            Outside = _outside.Find([.. words.Select(word => Exactly(word, text))]),
            Facts = _facts.Find(letterByLetter),
            Claims = _claims.Find(letterByLetter),
            FunctionWords = FunctionWords,
            KnownWords = _nativeWords,
            Sign = tokens.Count > 0 ? null : _signs.FirstOrDefault(sign => text.Contains(sign.Sign, StringComparison.Ordinal)).Name,
        };
    }

    public void Dispose() => _tokenizer.Dispose();

    private Reading Readings(Token token, bool startsClause)
    {
        List<(string, double)> alternatives = [(token.Stem, 1.0)];
        if (!_knownStems.Contains(token.Stem) && !FunctionWords.Contains(token.Plain))
        {
            var pieces = _compounds.Split(token.Plain);
            foreach (var piece in pieces)
                alternatives.AddRange(_tokenizer.Read(piece).Select(word => (word.Stem, PieceQuality)));
            if (pieces.Count == 0 && Mended(token) is { } mended)
                alternatives.AddRange(_tokenizer.Read(mended).Select(word => (word.Stem, MendedQuality)));
        }

        return new Reading(token, alternatives, FunctionWords.Contains(token.Plain), startsClause);
    }

    // Moods and small talk are compared word for word: "does" asks, "do" orders.
    private Reading AsWritten(Reading word)
    {
        var known = _knownStems.Contains(word.Token.Stem) || FunctionWords.Contains(word.Token.Plain);
        return word with
        {
            Alternatives = !known && Mended(word.Token) is { } mended
                ? [(word.Token.Plain, 1.0), (mended, MendedQuality)]
                : [(word.Token.Plain, 1.0)],
        };
    }

    private string? Mended(Token token) =>
        LooksLikeName(token.Surface) ? null : _spelling.Correct(token.Plain) ?? _spelling.Correct(token.Stem);

    // What a language does not say of its own is taken from English: names and times look alike everywhere.
    private Dictionary<string, List<string>> ReadSlotWords(VocabularyFile file, VocabularyFile english) =>
        english
            .Slots.Concat(file == english ? [] : file.Slots)
            .GroupBy(entry => entry.Key)
            .ToDictionary(
                entries => entries.Key,
                entries =>
                    entries
                        .Last()
                        .Value.Select(word => file.IsUnspaced ? word : string.Join(' ', _tokenizer.Read(word).Select(token => token.Plain)))
                        .Where(word => word.Length > 0)
                        .ToList());

    // A word from outside counts only as it is written: "in charge" is not a charge, and INVOICES is somebody's library.
    private static Reading Exactly(Reading word, string text)
    {
        var isName =
            IsPartOfPath(word.Token, text) || (LooksLikeName(word.Token.Surface) && word.Token.Surface.Length > LongestAbbreviation);
        return word with { Alternatives = isName ? [] : [(word.Token.Plain, 1.0)] };
    }

    // PAYROLL, JSMITH: names of libraries and people are not misspelt words.
    private static bool LooksLikeName(string surface) => surface.Length > 1 && surface.All(c => !char.IsLower(c));

    private static bool IsPartOfPath(Token token, string text) => token.Start > 0 && text[token.Start - 1] == '/';

    private static bool StartsClause(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at == 0)
            return true;
        var gap = text.AsSpan()[tokens[at - 1].End..tokens[at].Start];
        return gap.ContainsAny(ClauseEnds) || gap.Contains(" - ", StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, List<string>>> Loanwords(VocabularyFile file, VocabularyFile english) =>
        english.Trade.Select(entry => KeyValuePair.Create(
            entry.Key, entry.Value.Where(word => !file.NotEnglish.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList()));
}
