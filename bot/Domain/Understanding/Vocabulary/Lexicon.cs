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
            .Phrases.Where(phrase => phrase.Keys.Length == 1)
            .GroupBy(phrase => phrase.Name)
            .ToDictionary(phrases => phrases.Key, IReadOnlySet<string> (phrases) => phrases.Select(phrase => phrase.Keys[0]).ToHashSet());

    public Sentence Read(string text)
    {
        var tokens = _tokenizer.Read(text);
        var words = new List<Reading>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
            words.Add(ReadingOf(tokens[at], text, StartsClause(text, tokens, at)));
        return new Sentence
        {
            Text = text,
            Words = words,
            Trade = _trade.Find(words, static word => word.ByStem),
            Mood = _mood.Find(words, static word => word.AsWritten),
            SmallTalk = _smallTalk.Find(words, static word => word.AsWritten),
            Outside = _outside.Find(words, static word => word.Exactly),
            Facts = _facts.Find(words, static word => word.LetterByLetter),
            Claims = _claims.Find(words, static word => word.LetterByLetter),
            FunctionWords = FunctionWords,
            KnownWords = _nativeWords,
            Sign = tokens.Count > 0 ? null : _signs.FirstOrDefault(sign => text.Contains(sign.Sign, StringComparison.Ordinal)).Name,
        };
    }

    public void Dispose() => _tokenizer.Dispose();

    private Reading ReadingOf(Token token, string text, bool startsClause)
    {
        (string, double)[] letterByLetter = [(token.Plain, 1.0)];
        var byStem = token.Stem == token.Plain ? letterByLetter : [(token.Stem, 1.0)];
        // Moods and small talk are compared word for word: "does" asks, "do" orders.
        var asWritten = letterByLetter;
        var isGrammar = FunctionWords.Contains(token.Plain);
        if (!isGrammar && !_knownStems.Contains(token.Stem))
        {
            var mended = Mended(token);
            byStem = [.. byStem, .. MeantBy(token, mended)];
            asWritten = mended is null ? letterByLetter : [(token.Plain, 1.0), (mended, MendedQuality)];
        }

        return new(token, byStem, asWritten, letterByLetter, IsName(token, text) ? [] : letterByLetter, isGrammar, startsClause);
    }

    private IEnumerable<(string Stem, double Quality)> MeantBy(Token unknown, string? mended)
    {
        var pieces = _compounds.Split(unknown.Plain);
        return pieces.Count == 0 && mended is not null
            ? _tokenizer.Read(mended).Select(word => (word.Stem, MendedQuality))
            : pieces.SelectMany(piece => _tokenizer.Read(piece).Select(word => (word.Stem, PieceQuality)));
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
    private static bool IsName(Token word, string text) =>
        IsPartOfPath(word, text) || (word.Surface.Length > LongestAbbreviation && LooksLikeName(word.Surface));

    // PAYROLL, JSMITH: names of libraries and people are not misspelt words.
    private static bool LooksLikeName(string surface)
    {
        foreach (var letter in surface)
        {
            if (char.IsLower(letter))
                return false;
        }

        return surface.Length > 1;
    }

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
