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

    // English trade words count in every language.
    private readonly HashSet<string> _borrowed;

    public Languages(IEnumerable<VocabularyFile> files)
    {
        var all = files.ToList();
        var english = all.Single(file => file.Language == English);
        _borrowed = WordsOf([.. english.Trade.SelectMany(entry => entry.Value)]);
        _known = [.. all.Select(file => new Known(
            file.Language,
            WordsOf(file.FunctionWords),
            WordsOf([.. file.Trade.Concat(file.Mood).Concat(file.SmallTalk).Concat(file.Outside).SelectMany(entry => entry.Value)]),
            new Lazy<Lexicon>(() => new Lexicon(file, english))))];
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
        text.Any(IsJapanese) ? _known.FirstOrDefault(language => language.Code == Japanese)?.Lexicon.Value : null;

    private Known Likeliest(List<string> words, string? locale)
    {
        var preferred = locale?.Split('-')[0].ToLowerInvariant();
        return _known
            .OrderByDescending(language => words.Count(language.FunctionWords.Contains))
            .ThenByDescending(language =>
                language.Code == preferred && words.Any(word => language.Words.Contains(word) || _borrowed.Contains(word)))
            .ThenByDescending(language => words.Count(language.Words.Contains))
            .ThenByDescending(language => language.Code == preferred)
            .ThenByDescending(language => language.Code == English)
            .First();
    }

    private bool IsTold(List<string> words, Known likeliest)
    {
        var grammar = words.Count(likeliest.FunctionWords.Contains);
        return _known.TrueForAll(other => other == likeliest || words.Count(other.FunctionWords.Contains) < grammar)
            || words.Exists(word => !_borrowed.Contains(word) && likeliest.Holds(word)
                && _known.TrueForAll(other => other == likeliest || !other.Holds(word)));
    }

    // "l'appli", "c'est": the short word before the apostrophe is grammar too. The words of an address are of no language.
    private List<string> WordsIn(string text) =>
        [.. _neutral.Read(Address().Replace(text, " ").Replace('\'', ' ').Replace('’', ' ')).Select(token => token.Plain)];

    public void Dispose()
    {
        _neutral.Dispose();
        foreach (var language in _known.Where(language => language.Lexicon.IsValueCreated))
            language.Lexicon.Value.Dispose();
    }

    private HashSet<string> WordsOf(List<string> phrases) => [.. _neutral.Read(string.Join('\n', phrases)).Select(token => token.Plain)];

    private static bool IsJapanese(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u4e00' and <= '\u9fff');

    [GeneratedRegex(@"\S+@\S+|\S+://\S+")]
    private static partial Regex Address();

    private sealed record Known(string Code, IReadOnlySet<string> FunctionWords, IReadOnlySet<string> Words, Lazy<Lexicon> Lexicon)
    {
        public bool Holds(string word) => FunctionWords.Contains(word) || Words.Contains(word);
    }
}
