using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// What became of a request, and what its owner can still do with it: show, edit, withdraw, copy, extend, revoke; said or pressed.
/// </summary>
internal sealed class StatusTopic(RequestServices services, RequestCards cards) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn.What switch
        {
            TurnInput.ButtonPress { Verb: Verbs.ShowMyRequests } =>
            [
                new Reply.Show(MyRequestsCard.Draw(turn.Requests.Own, turn, services)),
            ],
            TurnInput.ButtonPress
            {
                Verb: Verbs.ShowRequest or Verbs.EditRequest or Verbs.Withdraw or Verbs.CopyRequest
                or Verbs.ExtendRequest or Verbs.RevokeAccess
            } press => Pressed(press, turn),
            TurnInput.Message => Said(turn),
            _ => null,
        };

    private TurnResult Pressed(TurnInput.ButtonPress press, Turn turn)
    {
        var words = services.Words.In(turn.Language);
        var request = PressedRequest.Find(press, turn);
        var moves = new RequestTransitions(services, cards, turn);
        if (
            request is not null
            && press.Verb == Verbs.ShowRequest
            && request.Owner.Id != turn.Who.Id
            && Approving.Refuse(request, turn.Who, services) is null)
            return [moves.ReplaceForApprover(request)];
        if (PressedRequest.Refuse(request, turn, words) is { } refusal)
            return [refusal];

        return RequestSteps.Do(press.Verb, request!, moves, pressed: true);
    }

    private TurnResult? Said(Turn turn)
    {
        var words = services.Words.In(turn.Language);
        var said = RequestCommands.Of(turn, services);
        return said switch
        {
            null => null,
            { Verb: Verbs.ShowMyRequests } => [new Reply.Show(MyRequestsCard.Draw(turn.Requests.Own, turn, services))],
            { Miscopied: { } key } => [new Reply.Say(words.Say("status.miscopied", ("key", key)))],
            { Key: null } => [new Reply.Show(MyRequestsCard.Draw(turn.Requests.Own, turn, services))],
            _ when turn
                    .Requests.Named.Concat(turn.Requests.Own)
                    .Concat(turn.Requests.Waiting)
                    .FirstOrDefault(request => request.Key == said.Key)
                    is { } request => About(said, request, turn, words),
            _ => [new Reply.Say(words.Say("status.unknown", ("key", said.Key)))],
        };
    }

    private TurnResult About(Command.OnRequest said, Request request, Turn turn, Phrases words)
    {
        var moves = new RequestTransitions(services, cards, turn);
        if (
            said.Verb is Verbs.Approve or Verbs.Reject
            || (request.Owner.Id != turn.Who.Id && Approving.Refuse(request, turn.Who, services) is null))
            return Decide(said, request, moves, words);
        // Somebody else's request is none of their business; that it exists is not said either.
        return request.Owner.Id == turn.Who.Id
            ? RequestSteps.Do(said.Verb, request, moves, pressed: false, said.Text)
            : [Unknown(request, words)];
    }

    private static Reply.Say Unknown(Request request, Phrases words) => new(words.Say("status.unknown", ("key", request.Key)));

    private TurnResult Decide(Command.OnRequest said, Request request, RequestTransitions moves, Phrases words)
    {
        if (request.State is not RequestState.AwaitingApproval)
            return
            [
                Approving.MayRead(request, moves.Turn, services)
                    ? moves.ShowForApprover(request, words["approval.over"])
                    : Unknown(request, words),
            ];
        if (Approving.Refuse(request, moves.Turn.Who, services) is { } reason)
            return [Approving.MayBeTold(request, moves.Turn, services) ? new Reply.Say(words[reason]) : Unknown(request, words)];

        // A yes is given on the card, with the whole request before one's eyes.
        return [moves.ShowForApprover(request, said.Verb is Verbs.Approve ? words["approval.look"] : null)];
    }
}
