using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>Tells which language a sentence is in: by its script, its function words and its trade words.</summary>
internal sealed class Languages : IDisposable
{
    private const string English = "en";

    private readonly Dictionary<string, Lexicon> _lexicons;
    private readonly Tokenizer _neutral = new("");

    public Languages(IEnumerable<VocabularyFile> files)
    {
        var all = files.ToList();
        var english = all.Single(file => file.Language == English);
        _lexicons = all.ToDictionary(file => file.Language, file => new Lexicon(file, english));
    }

    public Lexicon InEnglish => _lexicons[English];

    /// <param name="locale">The language set in the person's client: decides when the words themselves do not.</param>
    public Lexicon Of(string text, string? locale)
    {
        if (text.Any(IsJapanese) && _lexicons.TryGetValue("ja", out var japanese))
            return japanese;

        // "l'appli", "c'est": the short word before the apostrophe is grammar too.
        var words = _neutral.Read(text.Replace('\'', ' ').Replace('’', ' ')).Select(token => token.Plain).ToList();
        var preferred = locale?.Split('-')[0].ToLowerInvariant();
        return _lexicons.Values
            .OrderByDescending(lexicon => words.Count(lexicon.FunctionWords.Contains))
            .ThenByDescending(lexicon => lexicon.Language == preferred && words.Any(lexicon.Knows))
            .ThenByDescending(lexicon => words.Count(lexicon.KnowsNatively))
            .ThenByDescending(lexicon => lexicon.Language == preferred)
            .ThenByDescending(lexicon => lexicon.Language == English)
            .First();
    }

    public void Dispose()
    {
        _neutral.Dispose();
        foreach (var lexicon in _lexicons.Values)
            lexicon.Dispose();
    }

    private static bool IsJapanese(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u4e00' and <= '\u9fff');
}
