using System.Buffers;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A sentence with everything the vocabulary knows about it.</summary>
internal sealed record Sentence
{
    private static readonly SearchValues<char> Commas = SearchValues.Create(",+/&、");

    // Asked for several times while a sentence is read.
    private List<Reading>? _unexplained;

    public required string Text { get; init; }

    public required List<Reading> Words { get; init; }

    public required List<Hit> Trade
    {
        get;
        init => (field, _unexplained) = (value, null);
    }

    public required List<Hit> Mood { get; init; }

    public required List<Hit> SmallTalk { get; init; }

    public required List<Hit> Outside { get; init; }

    /// <summary>Subjects that the provider's other pages tell about.</summary>
    public required List<Hit> Facts { get; init; }

    /// <summary>Words that put a side to the test: "am I right that IBM ...?".</summary>
    public required List<Hit> Claims { get; init; }

    public required IReadOnlySet<string> FunctionWords { get; init; }

    public required IReadOnlySet<string> KnownWords { get; init; }

    /// <summary>Kind of small talk that a message without a single word makes by its signs ("👍", "?"); null when none is known.</summary>
    public string? Sign { get; init; }

    /// <summary>Words that nothing in the vocabulary explains, and that are not mere grammar.</summary>
    public List<Reading> Unexplained =>
        _unexplained ??= [.. Words.Where((word, at) =>
            !word.IsGrammar && !Covered(Trade, at) && !Covered(Mood, at) && !Covered(SmallTalk, at))];

    /// <summary>Whether the vocabulary lists the word in any case.</summary>
    public bool IsKnown(string word) => KnownWords.Contains(word.ToLowerInvariant());

    public bool Has(string mood) => Has(Mood, mood);

    public bool SpeaksOf(string concept) => Has(Trade, concept);

    /// <summary>Whether a comma, a plus or a slash stands before the word.</summary>
    public bool CommaBefore(int at) => at > 0 && at < Words.Count
        && Text.AsSpan(Words[at - 1].Token.End, Words[at].Token.Start - Words[at - 1].Token.End).ContainsAny(Commas);

    /// <summary>Whether two things are named one by one, with nothing between them but more of the trade and a comma or an "and".</summary>
    public bool IsListed(Hit first, Hit second)
    {
        var between = Enumerable.Range(first.End, Math.Max(0, second.First - first.End)).ToList();
        return between.TrueForAll(at => Covered(Trade, at) || Mood.Any(hit => hit.Name == "conjunction" && hit.First == at))
            && (between.Exists(at => !Covered(Trade, at)) || between.Append(second.First).Any(CommaBefore));
    }

    private static bool Has(List<Hit> hits, string name)
    {
        foreach (var hit in hits)
        {
            if (hit.Name == name)
                return true;
        }

        return false;
    }

    private static bool Covered(List<Hit> hits, int at)
    {
        foreach (var hit in hits)
        {
            if (hit.First <= at && at < hit.End)
                return true;
        }

        return false;
    }
}
