using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests.Replying;

/// <summary>What a request's owner says to the desk: an answer, that it is solved, that it is not; pressed or typed.</summary>
internal sealed class DeskReplyTopic(RequestServices services, RequestCards cards) : ITopic
{
    public TurnResult? Answer(Turn turn) => turn.What switch
    {
        TurnInput.ButtonPress { Verb: Verbs.AnswerDesk or Verbs.AcceptSolution or Verbs.RejectSolution } press => Pressed(press, turn),
        TurnInput.Message when turn.Command is Command.OnRequest
        {
            Verb: Verbs.AnswerDesk or Verbs.AcceptSolution or Verbs.RejectSolution, Miscopied: null,
        } said => Said(said, turn),
        _ => null,
    };

    private TurnResult Pressed(TurnInput.ButtonPress press, Turn turn)
    {
        var request = PressedRequest.Find(press, turn);
        if (PressedRequest.Refuse(request, turn, services.Words.In(turn.Language)) is { } refusal)
            return [refusal];

        var moves = new RequestTransitions(services, cards, turn);
        var words = moves.WordsOf(request!).Shared;
        return DeskReplies.Send(
            press.Verb,
            request!,
            press.Data.GetValueOrDefault(DeskPart.Reply),
            moves,
            problem => new Reply.Notice(words[problem]),
            next => moves.Replace(next));
    }

    private TurnResult? Said(Command.OnRequest said, Turn turn)
    {
        if (Meant(said, turn) is not { } request)
            return said.Key is null ? null : [new Reply.Say(services.Words.In(turn.Language).Say("status.unknown", ("key", said.Key)))];

        var moves = new RequestTransitions(services, cards, turn);
        var words = moves.WordsOf(request).Shared;
        return DeskReplies.Send(
            said.Verb,
            request,
            said.Text,
            moves,
            problem => moves.Show(request, words[problem]),
            next => moves.Show(next));
    }

    // Without a key: the only one that the desk waits for.
    private Request? Meant(Command.OnRequest said, Turn turn) => said.Key is { } key
        ? turn.Requests.Own.Concat(turn.Requests.Named).FirstOrDefault(request => request.Key == key && request.Owner.Id == turn.Who.Id)
        : turn.Requests.Own.Where(request => DeskReplies.Fits(said.Verb, request, services.DeskOf(request))).ToList() is [var only] ? only : null;
}
