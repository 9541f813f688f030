using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>Tells which language a sentence is in: by its script, its function words and its trade words.</summary>
/// <remarks>A lexicon is built when a sentence of its language first comes: most people use one or two.</remarks>
internal sealed partial class Languages : IDisposable
{
    private const string English = "en";
    private const string Japanese = "ja";

    private readonly Tokenizer _neutral = new("");
    private readonly List<Known> _known;

    private readonly Dictionary<string, Belonging> _words = [];

    public Languages(IEnumerable<VocabularyFile> files)
    {
        var all = files.ToList();
        var english = all.Single(file => file.Language == English);
        _known = [.. all.Select((file, at) => new Known(file.Language, 1 << at, new Lazy<Lexicon>(() => new Lexicon(file, english))))];
        foreach (var (language, file) in _known.Zip(all))
        {
            Learn(file.FunctionWords, new(language.Bit, 0, false));
            Learn(
                file.Trade.Concat(file.Mood).Concat(file.SmallTalk).Concat(file.Outside).SelectMany(entry => entry.Value),
                new(0, language.Bit, false));
        }

        Learn(english.Trade.SelectMany(entry => entry.Value), new(0, 0, IsBorrowed: true));
    }

    public Lexicon InEnglish => _known.Single(language => language.Code == English).Lexicon.Value;

    /// <param name="locale">The language set in the person's client: decides when the words themselves do not.</param>
    public Lexicon Of(string text, string? locale) => OfJapanese(text) ?? Likeliest(WordsIn(text), locale).Lexicon.Value;

    /// <summary>
    /// The same, and whether the words tell it: more of them are grammar of this language than of any other, or one is of it alone.
    /// "Backup" and "okay" are of several.
    /// </summary>
    /// <param name="locale">As for <see cref="Of"/>.</param>
    public (Lexicon Lexicon, bool IsTold) Hear(string text, string? locale)
    {
        if (OfJapanese(text) is { } japanese)
            return (japanese, true);
        var words = WordsIn(text);
        var likeliest = Likeliest(words, locale);
        return (likeliest.Lexicon.Value, IsTold(words, likeliest));
    }

    private Lexicon? OfJapanese(string text) =>
        IsJapanese(text) ? _known.FirstOrDefault(language => language.Code == Japanese)?.Lexicon.Value : null;

    private Known Likeliest(List<Belonging> words, string? locale)
    {
        var preferred = locale?.Split('-')[0].ToLowerInvariant();
        return _known.MaxBy(language =>
        {
            var (grammar, known, isAnyKnown) = CountOf(words, language);
            return (grammar, language.Code == preferred && isAnyKnown, known, language.Code == preferred, language.Code == English);
        })!;
    }

    private bool IsTold(List<Belonging> words, Known likeliest)
    {
        var grammar = CountOf(words, likeliest).Grammar;
        return _known.TrueForAll(other => other == likeliest || CountOf(words, other).Grammar < grammar)
            || words.Exists(word => !word.IsBorrowed && word.IsOfAlone(likeliest));
    }

    private static (int Grammar, int Known, bool IsAnyKnown) CountOf(List<Belonging> words, Known language)
    {
        var (grammar, known, isAnyKnown) = (0, 0, false);
        foreach (var word in words)
        {
            grammar += word.IsGrammarOf(language) ? 1 : 0;
            known += word.IsWordOf(language) ? 1 : 0;
            isAnyKnown |= word.IsBorrowed || word.IsWordOf(language);
        }

        return (grammar, known, isAnyKnown);
    }

    // "l'appli", "c'est": the short word before the apostrophe is grammar too. The words of an address are of no language.
    private List<Belonging> WordsIn(string text)
    {
        var words = new List<Belonging>();
        foreach (var token in _neutral.Read(WithoutAddresses(text).Replace('\'', ' ').Replace('’', ' ')))
        {
            if (_words.TryGetValue(token.Plain, out var word))
                words.Add(word);
        }

        return words;
    }

    private static string WithoutAddresses(string text) =>
        text.Contains('@') || text.Contains("://", StringComparison.Ordinal) ? Address().Replace(text, " ") : text;

    public void Dispose()
    {
        _neutral.Dispose();
        foreach (var language in _known.Where(language => language.Lexicon.IsValueCreated))
            language.Lexicon.Value.Dispose();
    }

    private void Learn(IEnumerable<string> phrases, Belonging belonging)
    {
        foreach (var token in _neutral.Read(string.Join('\n', phrases)))
            _words[token.Plain] = belonging.And(_words.GetValueOrDefault(token.Plain));
    }

    private static bool IsJapanese(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u3040', '\u30ff') || text.ContainsAnyInRange('\u4e00', '\u9fff');

    [GeneratedRegex(@"\S+@\S+|\S+://\S+")]
    private static partial Regex Address();

    /// <param name="Bit">Stands for the language in a <see cref="Belonging"/>.</param>
    private sealed record Known(string Code, int Bit, Lazy<Lexicon> Lexicon);

    /// <summary>Which languages a word is of, a bit for each.</summary>
    /// <param name="Grammar">Those that it is a function word of.</param>
    /// <param name="Words">Those whose vocabulary has it.</param>
    /// <param name="IsBorrowed">An English word of the trade, which counts in every language.</param>
    private readonly record struct Belonging(int Grammar, int Words, bool IsBorrowed)
    {
        public bool IsGrammarOf(Known language) => (Grammar & language.Bit) != 0;

        public bool IsWordOf(Known language) => (Words & language.Bit) != 0;

        public bool IsOfAlone(Known language) => (Grammar | Words) == language.Bit;

        public Belonging And(Belonging other) => new(Grammar | other.Grammar, Words | other.Words, IsBorrowed || other.IsBorrowed);
    }
}
