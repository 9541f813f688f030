using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A phrase of the vocabulary found in a sentence.</summary>
/// <param name="Name">What the phrase stands for: a concept of the trade, a mood, a kind of small talk.</param>
/// <param name="First">Position of its first word in the sentence.</param>
/// <param name="Length">How many words it spans.</param>
/// <param name="Quality">1 as written; less when the spelling was mended or a compound was taken apart.</param>
internal readonly record struct Hit(string Name, int First, int Length, double Quality)
{
    public int End => First + Length;

    public bool IsInside(Hit other) => other.Length > Length && other.First <= First && End <= other.End;
}

/// <summary>Finds phrases in a sentence by their stems. A phrase inside a longer one is not counted.</summary>
internal sealed class PhraseIndex
{
    private readonly ILookup<string, Phrase> _byFirstWord;

    public PhraseIndex(IEnumerable<KeyValuePair<string, List<string>>> entries, Tokenizer tokenizer, bool byStem = true)
    {
        Phrases = [.. from entry in entries
                      from text in entry.Value
                      let tokens = tokenizer.Read(text)
                      where tokens.Count > 0
                      select new Phrase(entry.Key, [.. tokens.Select(token => byStem ? token.Stem : token.Plain)], tokens)];
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
                        hits.Add(new Hit(phrase.Name, first, phrase.Keys.Count, quality));
                }
            }
        }

        return [.. hits.Where(hit => !hits.Any(hit.IsInside)).OrderBy(hit => hit.First)];
    }

    private static double? Match(Phrase phrase, IReadOnlyList<Reading> words, int first)
    {
        if (first + phrase.Keys.Count > words.Count)
            return null;
        var quality = 1.0;
        for (var i = 0; i < phrase.Keys.Count; i++)
        {
            if (words[first + i].QualityOf(phrase.Keys[i]) is not { } found)
                return null;
            quality = Math.Min(quality, found);
        }

        return quality;
    }
}

/// <summary>One phrase of the vocabulary, cut into words.</summary>
/// <param name="Keys">What is compared, word by word: stems, or the words as written.</param>
internal sealed record Phrase(string Name, IReadOnlyList<string> Keys, IReadOnlyList<Token> Words);

/// <summary>A word of a sentence with all it may stand for: itself, its mended spelling, the pieces of a compound.</summary>
internal readonly record struct Reading(Token Token, IReadOnlyList<(string Stem, double Quality)> Alternatives)
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
