using ChatOpsBot.Domain.Understanding.Text;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>The phrases of the trade in every language, by how they begin: what somebody may be in the middle of typing.</summary>
internal sealed class PhraseBeginnings : IDisposable
{
    // The end of what was typed may be the beginning of a phrase of several words: "disaster rec". A Japanese word is its characters.
    private const int MostWords = 8;

    private const int MostConcepts = 12;
    private const double HardlyBegun = 0.5;
    private const double OtherLanguage = 0.85;
    private const string English = "en";
    private const string Japanese = "ja";
    private const string Gap = "..";

    // What one language makes of an umlaut or an ending is nothing to compare half a word by.
    private readonly Tokenizer _neutral = new("");
    private readonly Phrase[] _phrases;

    public PhraseBeginnings(IEnumerable<VocabularyFile> files)
    {
        using var japanese = new Tokenizer(Japanese);
        _phrases = [.. files.SelectMany(file => file.Trade.SelectMany(concept => concept.Value
                .Where(text => !text.Contains(Gap, StringComparison.Ordinal))
                .Select(text => new Phrase(Joined(file.Language == Japanese ? japanese : _neutral, text), concept.Key, file.Language))))
            .Where(phrase => phrase.Text.Length > 0)
            .OrderBy(phrase => phrase.Text, StringComparer.Ordinal)];
    }

    /// <summary>The concepts that the end of what was typed may lead to, the likeliest first, each once.</summary>
    /// <param name="language">The language of the sentence: its phrases, and English ones, come before those of others.</param>
    /// <returns>As hits at the end of the sentence; the less of a word is typed and the more words are still to come, the lower their
    /// quality.</returns>
    public IEnumerable<Hit> At(Sentence sentence, string language)
    {
        var words = (language == Japanese ? sentence.Words.Select(word => word.Token) : _neutral.Read(sentence.Text))
            .Select(token => token.Plain)
            .ToList();
        var end = sentence.Words.Count;
        return Enumerable.Range(1, Math.Min(MostWords, Math.Min(words.Count, end)))
            .SelectMany(count => Beginning(string.Join(' ', words.TakeLast(count)), language)
                .Select(found => new Hit(found.Concept, end - count, count, found.Quality, Covers: false)))
            .GroupBy(hit => hit.Name).Select(same => same.MaxBy(hit => hit.Quality))
            .OrderByDescending(hit => hit.Quality).Take(MostConcepts);
    }

    public void Dispose() => _neutral.Dispose();

    private IEnumerable<(string Concept, double Quality)> Beginning(string typed, string language)
    {
        for (var at = First(typed); at < _phrases.Length && _phrases[at].Text.StartsWith(typed, StringComparison.Ordinal); at++)
        {
            var phrase = _phrases[at];
            var quality = QualityOf(typed, phrase.Text);
            yield return (phrase.Concept, phrase.Language == language || phrase.Language == English ? quality : quality * OtherLanguage);
        }
    }

    private static double QualityOf(string typed, string phrase)
    {
        var rest = phrase.AsSpan(typed.Length);
        var toCome = rest.IndexOf(' ') is var end and >= 0 ? end : rest.Length;
        return (HardlyBegun + ((1 - HardlyBegun) * typed.Length / (typed.Length + toCome))) / Math.Sqrt(1 + rest.Count(' '));
    }

    // Binary search: the place of the first phrase that is not before the text.
    private int First(string typed)
    {
        var (low, high) = (0, _phrases.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_phrases[middle].Text, typed) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static string Joined(Tokenizer tokenizer, string text) => string.Join(' ', tokenizer.Read(text).Select(token => token.Plain));

    private readonly record struct Phrase(string Text, string Concept, string Language);
}
