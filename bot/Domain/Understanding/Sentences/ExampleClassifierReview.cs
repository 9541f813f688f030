using System.Buffers;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Examples;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Looks over what the vocabulary made of a sentence, by the sentence's likeness to the examples: helps out where the
/// vocabulary found nothing, and holds back an answer to something that is only outwardly a subject of the matrix.</summary>
internal sealed class ExampleClassifierReview(Likeness likeness, RequestFinder requests, ResponsibilityMatrix matrix)
{
    /// <summary>How sure the examples must be to speak where the vocabulary is silent.</summary>
    private const double SureEnough = 0.5;

    private const double RowSureEnough = 0.3;

    /// <summary>How sure they must be of a row where the sentence has no word of the trade.</summary>
    private const double RowSureWithoutAWord = 0.6;

    /// <summary>How sure they must be to overrule the vocabulary.</summary>
    private const double VerySure = 0.65;

    /// <summary>A row that scores this much is not overruled: the vocabulary knows what it read.</summary>
    private const double ClearlyNamed = 1.7;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n");

    private const double LeastHint = 0.5;

    public void LearnAhead() => likeness.LearnAhead();

    public Meaning Review(Meaning first, Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, SlotReader slots)
    {
        // "Is that us or you?" names nothing: likeness to some example would be chance.
        if (rows.Count == 0 && sentence.Unexplained.Count == 0)
            return first;
        if (first.Outside is not null || first.WholeMatrix || first.FollowsUp || first.Intent == Intent.SmallTalk)
            return first;

        var (kind, sure) = likeness.Kind(sentence.Text);
        var silent = first is { Intent: Intent.Unknown } or { Intent: Intent.Responsibility, Rows.Count: 0 };
        if (silent ? sure < SureEnough : sure < VerySure || kind == first.Intent)
            return first;

        return kind switch
        {
            Intent.Unknown when rows.Count == 0 || (rows[0].Score < ClearlyNamed && IsOutsideToo(sentence, rows[0])) => Meanings.Of(
                Intent.Unknown),
            Intent.SmallTalk when silent => Meanings.Of(Intent.SmallTalk) with { SmallTalk = SmallTalk.Acknowledgement },
            Intent.Responsibility when silent => Responsibility(first, sentence, rows),
            Intent.Request or Intent.DrEvent when !mood.Asks && !mood.Negates && sentence.Trade.Count > 0 => Request(
                first, kind, sentence, slots) ?? first,
            _ => first,
        };
    }

    private Meaning Responsibility(Meaning first, Sentence sentence, IReadOnlyList<Finding> rows)
    {
        if (rows.Count > 0 && rows[0].Score >= LeastHint)
            return Meanings.Of(Intent.Responsibility) with { Rows = [rows[0].Row], Duties = rows[0].Duties, Party = rows[0].Party };

        var (task, party, sure) = likeness.Row(sentence.Text);
        if (matrix.Rows.FirstOrDefault(row => row.Task == task) is not { } row || sure < RowSureEnough)
            return first with { Intent = Intent.Responsibility };
        if (sentence.Trade.Count == 0 && sure < RowSureWithoutAWord)
            return first with { Intent = Intent.Responsibility, DidYouMean = [row] };
        return Meanings.Of(Intent.Responsibility) with { Rows = [row], Party = party };
    }

    private Meaning? Request(Meaning first, Intent kind, Sentence sentence, SlotReader slots)
    {
        var (request, sure) = kind == Intent.DrEvent ? (RequestFinder.DrFailover, 1) : likeness.Request(sentence.Text);
        var wish = sure < SureEnough ? null : requests.Read(kind, request, sentence, slots);

        // "Please restart LPAR2" sounds like a wish for a restore, but names the availability of the system.
        return wish is null || (first.Rows.Count > 0 && !first.Rows.Intersect(wish.Rows).Any()) ? null : wish;
    }

    // "Sorry for my English. Backup, who?": what is said around the question does not make the question one from outside.
    private bool IsOutsideToo(Sentence sentence, Finding row)
    {
        var at = sentence.Words[row.FirstWord].Token.Start;
        var start = sentence.Text.AsSpan(0, at).LastIndexOfAny(SentenceEnds) + 1;
        var length = sentence.Text.AsSpan(at).IndexOfAny(SentenceEnds);
        var around = length < 0 ? sentence.Text[start..] : sentence.Text[start..(at + length)];
        return likeness.Kind(around).Intent == Intent.Unknown;
    }
}
