using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A phrase of the vocabulary found in a sentence.</summary>
/// <param name="Name">What the phrase stands for: a concept of the trade, a mood, a kind of small talk.</param>
/// <param name="First">Position of its first word in the sentence.</param>
/// <param name="Length">How many words it spans.</param>
/// <param name="Quality">1 as written; less when the spelling was mended or a compound was taken apart.</param>
/// <param name="Covers">Shorter phrases inside it do not count.</param>
internal readonly record struct Hit(string Name, int First, int Length, double Quality, bool Covers)
{
    public int End => First + Length;

    public bool IsHiddenBy(Hit other) =>
        other.Length > Length && other.First <= First && End <= other.End && (other.Covers || other.Name == Name);
}

/// <summary>How a phrase treats shorter ones that lie inside it.</summary>
internal enum Overlap
{
    /// <summary>The longest phrase alone counts: "can we get" is not "can we".</summary>
    LongestOnly,

    /// <summary>Both count, "application security" being a subject of both, unless the longer one is marked with "=":
    /// a "=backup site" has nothing to do with backups.</summary>
    BothUnlessMarked,
}

/// <summary>Finds phrases in a sentence, by their stems or as written. A phrase never reaches over a comma or a stop.</summary>
internal sealed class PhraseIndex
{
    // "put that old library of ours back"
    private const int LongestGap = 5;

    private readonly Dictionary<string, Phrase[]> _byFirstWord;

    public PhraseIndex(
        IEnumerable<KeyValuePair<string, List<string>>> entries,
        Tokenizer tokenizer,
        Overlap overlap = Overlap.LongestOnly,
        bool byStem = true)
    {
        Phrases = [.. from entry in entries
                      from text in entry.Value
                      let phrase = Phrase.Read(entry.Key, text, tokenizer, overlap, byStem)
                      where phrase.Keys.Length > 0
                      select phrase];
        _byFirstWord = Phrases.GroupBy(phrase => phrase.Keys[0]).ToDictionary(same => same.Key, same => same.ToArray());
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>The phrases of a sentence in the order of their first words.</summary>
    /// <param name="keysOf">What a word of the sentence is compared by.</param>
    public List<Hit> Find(List<Reading> words, Func<Reading, (string Key, double Quality)[]> keysOf)
    {
        var hits = new List<Hit>();
        for (var first = 0; first < words.Count; first++)
        {
            var found = hits.Count;
            foreach (var (key, _) in keysOf(words[first]))
            {
                foreach (var phrase in _byFirstWord.GetValueOrDefault(key, []))
                {
                    if (Match(phrase, words, first, keysOf) is var (quality, length)
                        && new Hit(phrase.Name, first, length, quality, phrase.Covers && phrase.GapBefore is null) is var hit
                        && hits.IndexOf(hit, found) < 0)
                        hits.Add(hit);
                }
            }
        }

        return hits.Count < 2 ? hits : Uncovered(hits);
    }

    private static List<Hit> Uncovered(List<Hit> hits)
    {
        var left = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!IsCovered(hit, hits))
                left.Add(hit);
        }

        return left;
    }

    private static bool IsCovered(Hit hit, List<Hit> hits)
    {
        foreach (var other in hits)
        {
            if (hit.IsHiddenBy(other))
                return true;
        }

        return false;
    }

    // The whole phrase from here on: how well it fits, and how many words it spans, gap included.
    private static (double Quality, int Length)? Match(
        Phrase phrase, List<Reading> words, int first, Func<Reading, (string Key, double Quality)[]> keysOf)
    {
        if (phrase.Keys.Length == 1 && IsChance(phrase, words[first]))
            return null;
        var quality = 1.0;
        var at = first;
        for (var i = 0; i < phrase.Keys.Length; i++, at++)
        {
            if (phrase.GapBefore == i)
                at = EndOfGap(phrase, i, words, at);
            if (at >= words.Count || (at > first && words[at].StartsClause) || Fit(phrase, i, words[at], keysOf) is not (> 0 and var found))
                return null;
            quality = Math.Min(quality, found);
        }

        return (quality, at - first);
    }

    // German "wir" has the stem of English "wires": a function word stands for a phrase only as it is written.
    private static bool IsChance(Phrase phrase, Reading word) => word.IsGrammar && word.Token.Plain != phrase.Words[0].Plain;

    private static int EndOfGap(Phrase phrase, int i, List<Reading> words, int start)
    {
        for (var at = start; at < words.Count && at <= start + LongestGap && !words[at].StartsClause; at++)
        {
            if (IsBehindGap(phrase, i, words[at]))
                return at;
        }

        return words.Count;
    }

    // How well a word of the sentence fits a word of the phrase; 0 for not at all.
    private static double Fit(Phrase phrase, int i, Reading word, Func<Reading, (string Key, double Quality)[]> keysOf)
    {
        if (i >= phrase.GapBefore)
            return IsBehindGap(phrase, i, word) ? 1 : 0;
        foreach (var (key, quality) in keysOf(word))
        {
            if (key == phrase.Keys[i])
                return quality;
        }

        return 0;
    }

    // Behind a gap the word itself is wanted: "want .. back" is a restore, "want PAYLIB backed up" is not.
    private static bool IsBehindGap(Phrase phrase, int i, Reading word) => word.Token.Plain == phrase.Words[i].Plain;
}
