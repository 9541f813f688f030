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

    public bool IsHiddenBy(Hit other) => (other.Covers || other.Name == Name) && other.Length > Length && other.First <= First && End <= other.End;
}

/// <summary>How a phrase treats shorter ones that lie inside it.</summary>
internal enum Overlap
{
    /// <summary>The longest phrase alone counts: "can we get" is not "can we".</summary>
    LongestOnly,

    /// <summary>Both count, "application security" being a matter of both, unless the longer one is marked with "=":
    /// a "=backup site" has nothing to do with backups.</summary>
    BothUnlessMarked,
}

/// <summary>Finds phrases in a sentence, by their stems or as written. A phrase never reaches over a comma or a stop.</summary>
internal sealed class PhraseIndex
{
    private readonly ILookup<string, Phrase> _byFirstWord;

    public PhraseIndex(IEnumerable<KeyValuePair<string, List<string>>> entries, Tokenizer tokenizer, Overlap overlap = Overlap.LongestOnly, bool byStem = true)
    {
        Phrases = [.. from entry in entries
                      from text in entry.Value
                      let marked = text.StartsWith('=')
                      let tokens = tokenizer.Read(marked ? text[1..] : text)
                      where tokens.Count > 0
                      select new Phrase(entry.Key, [.. tokens.Select(token => byStem ? token.Stem : token.Plain)], tokens, marked || overlap == Overlap.LongestOnly)];
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
                foreach (var phrase in _byFirstWord[alternative.Stem])
                {
                    if (Match(phrase, words, first) is { } quality)
                        hits.Add(new Hit(phrase.Name, first, phrase.Keys.Count, quality, phrase.Covers));
                }
            }
        }

        return [.. hits.Where(hit => !hits.Any(hit.IsHiddenBy)).OrderBy(hit => hit.First)];
    }

    private static double? Match(Phrase phrase, IReadOnlyList<Reading> words, int first)
    {
        if (first + phrase.Keys.Count > words.Count)
            return null;
        var quality = 1.0;
        for (var i = 0; i < phrase.Keys.Count; i++)
        {
            if (i > 0 && words[first + i].StartsClause)
                return null;
            if (words[first + i].QualityOf(phrase.Keys[i]) is not { } found)
                return null;
            quality = Math.Min(quality, found);
        }

        return quality;
    }
}

/// <summary>One phrase of the vocabulary, cut into words.</summary>
/// <param name="Keys">What is compared, word by word: stems, or the words as written.</param>
internal sealed record Phrase(string Name, IReadOnlyList<string> Keys, IReadOnlyList<Token> Words, bool Covers);

/// <summary>A word of a sentence with all it may stand for: itself, its mended spelling, the pieces of a compound.</summary>
/// <param name="StartsClause">A comma, a stop or the beginning of the sentence stands before it.</param>
internal readonly record struct Reading(Token Token, IReadOnlyList<(string Stem, double Quality)> Alternatives, bool StartsClause)
{
    public double? QualityOf(string stem)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Stem == stem)
                return alternative.Quality;
        }

        return null;
    }
}
