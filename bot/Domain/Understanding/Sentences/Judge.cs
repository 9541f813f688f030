using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Domain.Understanding.Model;
using ChatOpsBot.Domain.Understanding.Rows;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Decides what a message means: the model says which meaning is likely, the vocabulary which duties, values and subjects it
/// names.</summary>
internal sealed class Judge(SentenceModel model, RequestFinder requests, ResponsibilityMatrix matrix)
{
    /// <summary>Least share of a request for its form to open.</summary>
    private const float RequestBar = 0.4f;

    /// <summary>The same where something is denied or supposed, or where it is asked who does it.</summary>
    private const float DoubtfulRequestBar = 0.9f;

    /// <summary>Least share of a declaration for a DR event to open.</summary>
    private const float EventBar = 0.5f;

    /// <summary>The same where something is asked, denied or supposed, or where no word of failing over was found.</summary>
    private const float DoubtfulEventBar = 0.7f;

    /// <summary>Least share of the likeliest row to be answered with; below it the bot asks back.</summary>
    private const float RowBar = 0.2f;

    /// <summary>The same where the vocabulary found no word of any row.</summary>
    private const float UnfoundRowBar = 0.5f;

    /// <summary>Least share of a row to be offered.</summary>
    private const float OfferBar = 0.08f;

    /// <summary>Least share of a row of which the vocabulary found a word to be told as the nearest one.</summary>
    private const float NearestBar = 0.1f;

    private const int MostOffers = 3;

    /// <summary>What nobody means who tells of something that is over.</summary>
    private static readonly MessageKind[] NoReports = [MessageKind.Request, MessageKind.DrEvent, MessageKind.Who, MessageKind.Outofscope];

    public Meaning Decide(Evidence evidence, SlotReader slots)
    {
        var (sentence, mood, rows, first) = evidence;
        // What leans on the answer before, and what consists of names and numbers, says too little on its own to be weighed.
        if (first.FollowsUp || !SaysAnything(sentence))
            return Meanings.ByWordsAlone(first);

        var weighing = model.Weigh(MessageFeatures.Of(evidence));
        var best = weighing.BestExcept([.. RuledOut(weighing, sentence, mood, rows, slots)]);
        var meaning = best.Kind switch
        {
            MessageKind.Request => weighing.BestOf(best.Kind).Label.Request is var request && IsRead(first, Intent.Request, request) ? first
                : requests.Wanted(request!, sentence, slots),
            MessageKind.DrEvent when IsRead(first, Intent.DrEvent, RequestFinder.DrFailover) => first,
            MessageKind.DrEvent => requests.Read(Intent.DrEvent, RequestFinder.DrFailover, sentence, slots),
            MessageKind.Smalltalk => SmallTalk(first, sentence),
            MessageKind.Who => Responsibility(weighing, best, first, rows),
            MessageKind.Command => Meanings.Of(Intent.Unknown) with { IsAboutExisting = true },
            _ => Outside(weighing, first, rows),
        };
        return meaning with { Confidence = IsOutOfVocabulary(best, sentence) ? 0 : weighing.Share(best) };
    }

    // The vocabulary alone made the same of the sentence.
    private static bool IsRead(Meaning first, Intent intent, string? request) => first.Intent == intent && first.Request == request;

    // "Who is in charge of flurbing?" names a task, surely, but which?
    private static bool IsOutOfVocabulary(MessageLabel best, Sentence sentence) =>
        best is { Kind: MessageKind.Who, Task: null } && sentence.Unexplained.Count > 0;

    // "Everything on our side" is made of small words alone.
    private static bool SaysAnything(Sentence sentence) => sentence.Words.Any(word =>
            !word.IsGrammar && !TextWords.IsName(word.Token.Surface))
        || sentence.Has("our-part") || sentence.Has("ibm-part") || sentence.Has("whole-matrix");

    // A form or a DR event that nobody asked for is worse than a question back.
    private IEnumerable<MessageKind> RuledOut(
        Weighing weighing, Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, SlotReader slots)
    {
        // Every word is explained, and a row is clearly named: it cannot be about something else.
        if (rows is [{ Score: >= TaskFinder.Bar }, ..] && sentence.Unexplained.Count == 0 && sentence.Outside.Count == 0)
            yield return MessageKind.Outofscope;
        if (!mood.Asks && !mood.WantsOpenly && slots.Report.IsIn(sentence, mood.Wants))
        {
            foreach (var kind in NoReports)
                yield return kind;
        }

        var isDenied = (mood.Negates && !slots.DeniesReplacingAlone(sentence)) || mood.IsHypothetical;
        var isAsked = sentence.Has("who");
        if (weighing.Share(MessageKind.Request) < (isDenied || isAsked ? DoubtfulRequestBar : RequestBar)
            || (isAsked && !requests.Knows(weighing.BestOf(MessageKind.Request).Label.Request!)))
            yield return MessageKind.Request;
        if (weighing.Share(MessageKind.DrEvent)
            < (isDenied || mood.Asks || !RequestFinder.SpeaksOfFailover(sentence) ? DoubtfulEventBar : EventBar))
            yield return MessageKind.DrEvent;
    }

    /// <summary>The likeliest labels with their shares.</summary>
    public IReadOnlyList<(string Label, double Share)> Likeliest(IReadOnlySet<Feature> features) =>
        [.. model.Weigh(features).Likeliest(MostOffers).Select(label => ($"{label.Label}", (double)label.Share))];

    private static Meaning SmallTalk(Meaning first, Sentence sentence) => Meanings.Of(Intent.SmallTalk) with
    {
        SmallTalk = first.SmallTalk ?? SmallTalkFinder.KindIn(sentence) ?? Understanding.SmallTalk.Acknowledgement,
    };

    private Meaning Responsibility(Weighing weighing, MessageLabel label, Meaning first, IReadOnlyList<Finding> rows)
    {
        if (label.Task == MessageLabel.WholeMatrix)
            return Meanings.Of(Intent.Responsibility) with { WholeMatrix = true, Party = label.Party };
        // "Who handles MFA?" names something, though no task.
        if (label.Task is null && first.Outside is not null)
            return Doubt(weighing, first, rows);
        if (label.Task is null)
            return Meanings.Of(Intent.Responsibility) with { DidYouMean = first.DidYouMean };
        if (weighing.Tasks()[0].Share < (rows.Count == 0 ? UnfoundRowBar : RowBar))
            return Doubt(weighing, first, rows);

        var row = RowOf(label.Task);
        // "Backups and monitoring" names two rows; the model tells the first one.
        if (first is { Intent: Intent.Responsibility, Rows.Count: > 1 } && first.Rows.Contains(row))
            return first with { Rows = [row, .. first.Rows.Where(other => other != row)], Party = label.Party };

        var duties = rows.FirstOrDefault(found => found.Row == row)?.Duties ?? [];
        return Meanings.Of(Intent.Responsibility) with
        {
            Rows = [row],
            Duties = label.Party == Party.Both && duties.Aggregate(Party.None, (sum, duty) => sum | duty.Party) != Party.Both
                ? []
                : [.. duties.Where(duty => label.Party.HasFlag(duty.Party))],
            Party = label.Party,
        };
    }

    // A question about a task, but which one is not certain.
    private Meaning Doubt(Weighing weighing, Meaning first, IReadOnlyList<Finding> rows) =>
        first.Outside is null && Offers(weighing) is { Length: > 0 } offers
            ? Meanings.Of(Intent.Unknown) with { DidYouMean = offers }
            : Outside(weighing, first, rows);

    // Nothing that the matrix says: the row that comes nearest is told as no more than that.
    private Meaning Outside(Weighing weighing, Meaning first, IReadOnlyList<Finding> rows) => Meanings.Of(Intent.Unknown) with
    {
        Outside = first.Outside,
        Nearest = first.Outside is not null ? null
            : rows is [{ Score: >= TaskFinder.Bar } named, ..] ? named.Row
            : weighing.Tasks()[0] is { Share: >= NearestBar } likely && rows.Any(found => found.Row.Task == likely.Task)
                ? RowOf(likely.Task) : null,
    };

    private Row[] Offers(Weighing weighing) =>
        [.. weighing.Tasks().Where(task => task.Share >= OfferBar).Take(MostOffers).Select(task => RowOf(task.Task))];

    private Row RowOf(string task) => matrix.Rows.First(row => row.Task == task);
}
