using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A wish to file something, said or pressed: opens the form with all that was said filled in.</summary>
internal sealed class StartTopic(RequestKit kit, RequestCards cards) : ITopic
{
    public IReadOnlyList<Effect>? Answer(Turn turn) => turn.What switch
    {
        Happening.Said said when Wish.Read(said.Text, turn, kit) is { } type => Begin(type, Given(type, said.Text, turn), turn),
        Happening.Pressed { Verb: Verbs.StartRequest } press => Pressed(press, turn, Begin),
        Happening.Pressed { Verb: Verbs.StartAnew } press => Pressed(press, turn, Open),
        _ => null,
    };

    private List<Effect> Pressed(Happening.Pressed press, Turn turn, Func<RequestType, IReadOnlyDictionary<string, string>, Turn, List<Effect>> start)
    {
        var words = kit.Words.In(turn.Language);
        return kit.Find(press.Data.GetValueOrDefault(MatrixButtons.Request)) is { } type
            ? [.. start(type, new Dictionary<string, string>(), turn), new Effect.Notice(words["notice.started"])]
            : [new Effect.Notice(words["notice.request"])];
    }

    private Dictionary<string, string> Given(RequestType type, string text, Turn turn)
    {
        var given = new Dictionary<string, string>(SaidOptions.In(text, type, kit));
        if (turn.Meaning is { Intent: Intent.Request or Intent.DrEvent } meaning)
        {
            foreach (var (field, value) in type.FromSlots(meaning.Slots))
                given[field] = value;
        }

        return given;
    }

    // Whoever says nothing but the name of a request may mean the draft that lies there.
    private List<Effect> Begin(RequestType type, IReadOnlyDictionary<string, string> slots, Turn turn) =>
        slots.Count == 0 && turn.Requests.Mine.FirstOrDefault(request => request.IsDraft && request.Type == type.Id && request.Entries.Count > 0) is { } draft
            ? [new Effect.Show(OfferCard.Draw(draft, new RequestMoves(kit, cards, turn)))]
            : Open(type, slots, turn);

    private List<Effect> Open(RequestType type, IReadOnlyDictionary<string, string> given, Turn turn)
    {
        var moves = new RequestMoves(kit, cards, turn);
        var draft = Drafts.New(type, given, moves);
        return
        [
            moves.Keep(draft, "started", string.Join(',', draft.Entries.Keys)),
            new Effect.Send(new Errand.ExpireDraft(draft.Id) { Due = turn.At + Drafts.Life }),
            moves.Show(draft),
        ];
    }
}
