using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Finds what a person supposes and wants confirmed: "am I right that IBM applies the PTFs?", "so we need not patch?".</summary>
internal static class ClaimFinder
{
    private const string AsksIf = "if";

    // A question that begins with its verb: "does IBM ...?".
    private const string Opens = "opens";
    private const string Denies = "not";

    // "Who", "which", "anybody": an open question, whatever else it supposes.
    private const string AsksOpenly = "either";

    // "Müssen wir das, oder macht das IBM?" offers two answers; as the last word "oder?" asks for a yes.
    private const string OffersTwo = "or";
    private const string Everything = "everything";

    // Longer messages speak of more than one thing.
    private const int LongestListQuestion = 8;

    /// <summary>The side supposed to carry it; <see cref="Party.None"/> when nothing is supposed, or not about one side.</summary>
    public static Party Find(Sentence sentence)
    {
        var asks = sentence.Claims.LastOrDefault(hit => hit.Name == AsksIf || (hit.Name == Opens && StartsClause(sentence, hit.First)));
        // "Do we have to fail over?" asks for a decision, and the matrix makes none.
        if (asks.Name is null || sentence.Has("declare") || sentence.Has("switch-order"))
            return Party.None;

        // What is told before the question is a story, of which "IBM sent a circular" is no part of the question. A question that
        // consists of its tag alone ("..., right?") is about the sentence that it ends.
        var sentenceAsked = InMainPart(sentence);
        if (sentenceAsked.Exists(hit => hit.Name == AsksOpenly || (hit.Name == OffersTwo && hit.End < sentence.Words.Count)))
            return Party.None;

        var question = sentence.Claims.Where(hit => hit.First >= StartOfClause(sentence, asks.First)).ToList();
        if (FirstSide(question) is Party.None)
            question = sentenceAsked;
        var side = FirstSide(question);
        return side is Party.None || !question.Exists(hit => hit.Name == Denies) ? side : Party.Both & ~side;
    }

    /// <summary>The side whose whole column is asked for: "everything on our side"; <see cref="Party.None"/> when there is none.</summary>
    public static Party FindColumn(Sentence sentence) =>
        sentence.Words.Count <= LongestListQuestion && sentence.Claims.Any(hit => hit.Name == Everything)
            ? FirstSide(sentence.Claims)
            : Party.None;

    // "Do we open a ticket with IBM?" is about us: the side that does something is named first.
    private static Party FirstSide(IEnumerable<Hit> claims) => claims.FirstOrDefault(hit => hit.Name is "ibm" or "us").Name switch
    {
        "ibm" => Party.Ibm,
        "us" => Party.Client,
        _ => Party.None,
    };

    private static List<Hit> InMainPart(Sentence sentence)
    {
        var (from, to) = MainPart.Of(sentence.Text);
        return [.. sentence.Claims.Where(hit => sentence.Words[hit.First].Token.Start is var start && start >= from && start < to)];
    }

    private static int StartOfClause(Sentence sentence, int at)
    {
        while (!StartsClause(sentence, at))
            at--;
        return at;
    }

    private static bool StartsClause(Sentence sentence, int at) => at == 0 || sentence.Words[at].StartsClause;
}
