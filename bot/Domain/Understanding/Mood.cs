using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>How a sentence is meant: asked, wished, ordered.</summary>
internal sealed class Mood(Sentence sentence)
{
    private readonly int _start = StartOf(sentence);

    /// <summary>A question, or a wish to be told something.</summary>
    public bool Asks => sentence.Has("who") || sentence.Has("inform") || AtStart("question") || (EndsAsQuestion && !AtStart("polite") && !AtStart("wish"));

    /// <summary>Wants something done: "could you", "we need", "restore ...".</summary>
    public bool Wants => !Asks && (AtStart("polite") || sentence.Has("wish") || AtStart("order"));

    /// <summary>Declares or orders a failover in so many words.</summary>
    public bool Declares => !Asks && sentence.Has("declare");

    public bool IsHypothetical => sentence.Has("hypothetical");

    public bool Negates => sentence.Has("negation");

    private bool EndsAsQuestion => sentence.Text.TrimEnd().EndsWith('?') || sentence.Text.TrimEnd().EndsWith('？');

    // Greetings and fillers before the sentence proper do not count: "hi, please restore ...".
    private static int StartOf(Sentence sentence)
    {
        var at = 0;
        while (sentence.Mood.Concat(sentence.SmallTalk).Where(hit => hit.First == at && hit.Name is "filler" or "greeting" or "thanks")
               .OrderByDescending(hit => hit.Length).FirstOrDefault() is { Length: > 0 } filler && filler.First == at)
            at = filler.End;
        return at;
    }

    private bool AtStart(string mood) => sentence.Mood.Any(hit => hit.Name == mood && hit.First == _start);
}
