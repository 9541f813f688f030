using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Words;
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
            return Nothing(said, services.Words.In(turn.Language));

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

    // "Solved" by itself is small talk where nothing waits for it; what was written for the desk is not dropped without a word.
    private static TurnResult? Nothing(Command.OnRequest said, Phrases words) =>
        said.Key is { } key ? [new Reply.Say(words.Say("status.unknown", ("key", key)))]
        : said.Text is { Length: > 0 } ? [new Reply.Say(words["reply.which"])]
        : null;

    // Without a key: the only one that the desk waits for, or that it could be told something about.
    private Request? Meant(Command.OnRequest said, Turn turn)
    {
        var own = turn.Requests.Own;
        if (said.Key is { } key)
            return own.Concat(turn.Requests.Named).FirstOrDefault(request => request.Key == key && request.Owner.Id == turn.Who.Id);

        return own.Where(request => DeskReplies.Fits(said.Verb, request, services.DeskOf(request))).ToList() switch
        {
            [var only] => only,
            [] when said.Verb is Verbs.AnswerDesk =>
                own.Where(request => DeskDialogue.CanComment(request, services.DeskOf(request))).ToList() is [var only] ? only : null,
            _ => null,
        };
    }
}
