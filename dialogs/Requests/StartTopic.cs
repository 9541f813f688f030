using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A wish to file something, said or pressed: opens the form with all that was said filled in.</summary>
internal sealed class StartTopic(RequestServices services, RequestCards cards) : ITopic
{
    public TurnResult? Answer(Turn turn) => turn.What switch
    {
        TurnInput.Message said when RequestIntent.Read(said.Text, turn, services) is { } wish =>
            Talked(Begin(wish.Type, ForWhom(wish, said.Text, turn), turn, said.Text), wish.Type, turn),
        TurnInput.ButtonPress { Verb: Verbs.StartRequest } press => Pressed(press, turn, (type, given, at) => Begin(type, given, at)),
        TurnInput.ButtonPress { Verb: Verbs.StartAnew } press => Pressed(press, turn, (type, given, at) => Open(type, given, at)),
        TurnInput.ButtonPress { Verb: Verbs.RequestForEvent } => ForEvent(turn),
        _ => null,
    };

    // A colleague who is mentioned is the one it is for, and their name no other value.
    private IReadOnlyDictionary<string, string> ForWhom(RequestIntent wish, string said, Turn turn)
    {
        var words = services.WordsOf(wish.Type, turn.Language);
        if (MentionedPerson.Meant(said, wish.Type, services.Context(turn), words) is not { } meant)
            return wish.Given;

        var parts = meant.Name.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Dictionary<string, string>(wish.Given.Where(given => !given.Value.Split(", ").All(parts.Contains)))
        {
            [meant.Field.Id] = meant.Name,
        };
    }

    private TurnResult Pressed(
        TurnInput.ButtonPress press, Turn turn, Func<RequestType, IReadOnlyDictionary<string, string>, Turn, TurnResult> start)
    {
        var words = services.Words.In(turn.Language);
        return services.Find(press.Data.GetValueOrDefault(MatrixButtons.Request)) is { } type
            ? [.. start(type, new Dictionary<string, string>(), turn), new Reply.Notice(words["notice.started"])]
            : [new Reply.Notice(words["notice.request"])];
    }

    private TurnResult ForEvent(Turn turn)
    {
        var words = services.Words.In(turn.Language);
        if (turn.Events.Named is not [var named, ..] || services.Types.FirstOrDefault(type => type.OpensEvent) is not { } type)
            return [new Reply.Notice(words["event.gone"])];

        // A request is read by others than those who decide about the event.
        var drEvent = services.Recovery.Policy.MayReadAll(turn.Who, named) ? named : named.ForEverybody();
        return [.. Open(type, type.FromEvent(drEvent), turn), new Reply.Notice(words["notice.started"])];
    }

    // "Who is responsible for that?" is about the row that the request belongs to.
    private TurnResult Talked(TurnResult begun, RequestType type, Turn turn) =>
        services.Rows.Find(type.Task, turn.Language) is { } row
            ? [.. begun, new LastAnswer([row.Name()], Party.None, turn.Language)]
            : begun;

    // Whoever says nothing but the name of a request may mean the draft that lies there.
    private TurnResult Begin(RequestType type, IReadOnlyDictionary<string, string> given, Turn turn, string? said = null) =>
        given.Count == 0
        && turn.Requests.Own.FirstOrDefault(request => request.IsDraft && request.Type == type.Id && request.Entries.Count > 0)
            is { } draft
            ? [new Reply.Show(OfferCard.Draw(draft, new RequestTransitions(services, cards, turn)))]
            : Open(type, given, turn, said);

    private TurnResult Open(RequestType type, IReadOnlyDictionary<string, string> given, Turn turn, string? said = null)
    {
        var moves = new RequestTransitions(services, cards, turn);
        if (RequestLimits.OfDrafts(moves) is { } tooMany)
            return tooMany;

        var draft = Drafts.New(type, given, moves);
        return
        [
            moves.Save(draft, "started", string.Join(',', draft.Entries.Keys)),
            new Change.Enqueue(new OutboxMessage.ExpireDraft(draft.Id) { Due = turn.At + Drafts.Life }),
            moves.Show(draft),
            .. said is null ? [] : NotUsed.Of(said, draft, moves),
        ];
    }
}
