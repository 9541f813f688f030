using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>How a sentence is meant: asked, wished, ordered.</summary>
internal sealed class Mood
{
    private readonly Sentence _sentence;
    private readonly List<int> _starts = [];

    public Mood(Sentence sentence)
    {
        _sentence = sentence;
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            if (sentence.Words[at].StartsClause)
                _starts.Add(SkipFillers(sentence, at));
        }

        IsRequest = Starts("polite") || Starts("wish") || sentence.Has("polite-anywhere");
        Asks = sentence.Has("who") || sentence.Has("inform") || sentence.Has("explain") || IsAboutTheSplit
            || (!IsRequest && (Starts("question") || EndsAsQuestion || sentence.Has("question-anywhere")));
    }

    /// <summary>A question, or a wish to be told something.</summary>
    public bool Asks { get; }

    /// <summary>Wants something done: "could you", "we need", "restore ...".</summary>
    public bool Wants => !Asks && (IsRequest || _sentence.Has("wish") || Starts("order"));

    /// <summary>Declares or orders a failover explicitly.</summary>
    public bool Declares => !Asks && _sentence.Has("declare");

    /// <summary>Asks how a task is shared out, not who has one part of it.</summary>
    public bool IsAboutTheSplit => _sentence.Has("split") || (_sentence.Has("our-part") && _sentence.Has("ibm-part"));

    public bool IsHypothetical => _sentence.Has("hypothetical");

    public bool Negates => _sentence.Has("negation");

    /// <summary>Wants something, and says so: "could you", "we need"; a word that may be an order or a thing ("backup") does not.</summary>
    public bool WantsOpenly => !Asks && (IsRequest || _sentence.Has("wish"));

    // Japanese asks and wishes at the end of the clause, and "bitte" stands anywhere: those groups count wherever they are.
    private bool IsRequest { get; }

    private bool EndsAsQuestion => QuestionMark.Ends(_sentence.Text);

    private bool Starts(string mood)
    {
        foreach (var hit in _sentence.Mood)
        {
            if (hit.Name == mood && _starts.Contains(hit.First))
                return true;
        }

        return false;
    }

    // "hi, please restore ...": the sentence proper begins at the verb.
    private static int SkipFillers(Sentence sentence, int at)
    {
        while (Math.Max(LongestFiller(sentence.Mood, at), LongestFiller(sentence.SmallTalk, at)) is var length and > 0)
            at += length;
        return at;
    }

    private static int LongestFiller(List<Hit> hits, int at)
    {
        var longest = 0;
        foreach (var hit in hits)
        {
            if (hit.First == at && hit.Name is "filler" or "greeting" or "thanks")
                longest = Math.Max(longest, hit.Length);
        }

        return longest;
    }
}
