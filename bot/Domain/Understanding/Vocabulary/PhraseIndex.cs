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
        (other.Covers || other.Name == Name) && other.Length > Length && other.First <= First && End <= other.End;
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

    private readonly ILookup<string, Phrase> _byFirstWord;

    public PhraseIndex(
        IEnumerable<KeyValuePair<string, List<string>>> entries,
        Tokenizer tokenizer,
        Overlap overlap = Overlap.LongestOnly,
        bool byStem = true)
    {
        Phrases = [.. from entry in entries
                      from text in entry.Value
                      let phrase = Phrase.Read(entry.Key, text, tokenizer, overlap, byStem)
                      where phrase.Keys.Count > 0
                      select phrase];
        _byFirstWord = Phrases.ToLookup(phrase => phrase.Keys[0]);
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    public List<Hit> Find(IReadOnlyList<Reading> words)
    {
        var hits = new HashSet<Hit>();
        for (var first = 0; first < words.Count; first++)
        {
            foreach (var alternative in words[first].Alternatives)
            {
                foreach (var phrase in _byFirstWord[alternative.Key])
                {
                    if (Match(phrase, words, first) is var (quality, length))
                        hits.Add(new Hit(phrase.Name, first, length, quality, phrase.Covers && phrase.GapBefore is null));
                }
            }
        }

        return [.. hits.Where(hit => !hits.Any(hit.IsHiddenBy)).OrderBy(hit => hit.First)];
    }

    // The whole phrase from here on: how well it fits, and how many words it spans, gap included.
    private static (double Quality, int Length)? Match(Phrase phrase, IReadOnlyList<Reading> words, int first)
    {
        if (phrase.Keys.Count == 1 && IsChance(phrase, words[first]))
            return null;
        var quality = 1.0;
        var at = first;
        for (var i = 0; i < phrase.Keys.Count; i++, at++)
        {
            if (phrase.GapBefore == i)
                at = EndOfGap(phrase, i, words, at);
            if (at >= words.Count || (at > first && words[at].StartsClause) || Fit(phrase, i, words[at]) is not { } found)
                return null;
            quality = Math.Min(quality, found);
        }

        return (quality, at - first);
    }

    // German "wir" has the stem of English "wires": a function word stands for a phrase only as it is written.
    private static bool IsChance(Phrase phrase, Reading word) => word.IsGrammar && word.Token.Plain != phrase.Words[0].Plain;

    private static int EndOfGap(Phrase phrase, int i, IReadOnlyList<Reading> words, int start)
    {
        for (var at = start; at < words.Count && at <= start + LongestGap && !words[at].StartsClause; at++)
        {
            if (Fit(phrase, i, words[at]) is not null)
                return at;
        }

        return words.Count;
    }

    // Behind a gap the word itself is wanted: "want .. back" is a restore, "want PAYLIB backed up" is not.
    private static double? Fit(Phrase phrase, int i, Reading word) =>
        i < (phrase.GapBefore ?? int.MaxValue) ? word.QualityOf(phrase.Keys[i]) : word.Token.Plain == phrase.Words[i].Plain ? 1 : null;
}
