using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>How a sentence is meant: asked, wished, ordered.</summary>
internal sealed class Mood
{
    private readonly Sentence _sentence;
    private readonly HashSet<int> _starts;

    public Mood(Sentence sentence)
    {
        _sentence = sentence;
        _starts =
        [
            .. Enumerable
                .Range(0, sentence.Words.Count)
                .Where(at => sentence.Words[at].StartsClause)
                .Select(at => SkipFillers(sentence, at)),
        ];
    }

    /// <summary>A question, or a wish to be told something.</summary>
    public bool Asks => _sentence.Has("who") || _sentence.Has("inform") || _sentence.Has("explain") || IsAboutTheSplit
        || (!IsRequest && (Starts("question") || EndsAsQuestion || _sentence.Has("question-anywhere")));

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
    private bool IsRequest => Starts("polite") || Starts("wish") || _sentence.Has("polite-anywhere");

    private bool EndsAsQuestion => QuestionMark.Ends(_sentence.Text);

    private bool Starts(string mood) => _sentence.Mood.Any(hit => hit.Name == mood && _starts.Contains(hit.First));

    // "hi, please restore ...": the sentence proper begins at the verb.
    private static int SkipFillers(Sentence sentence, int at)
    {
        while (sentence.Mood.Concat(sentence.SmallTalk)
               .Where(hit => hit.First == at && hit.Name is "filler" or "greeting" or "thanks" && hit.First == at)
               .Select(hit => hit.Length).DefaultIfEmpty().Max() is var length and > 0)
            at += length;
        return at;
    }
}
