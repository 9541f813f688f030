using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Finds the request that a command without a key means: where there is only one to mean, it is that one.</summary>
internal static class RequestCommands
{
    /// <returns>
    /// The command with the key of the request; <see cref="Verbs.ShowMyRequests"/> where several could be meant; null where the message was
    /// no command about a request after all.
    /// </returns>
    public static Command.OnRequest? Of(Turn turn, RequestServices services) => turn.Command switch
    {
        Command.OnRequest { Key: null, Miscopied: null } unnamed => unnamed.Verb switch
        {
            Verbs.ShowMyRequests => unnamed,
            Verbs.Approve or Verbs.Reject => Decision(unnamed, turn, services),
            Verbs.Confirm => SentBefore(unnamed, turn),
            Verbs.AnswerDesk or Verbs.AcceptSolution or Verbs.RejectSolution => null,
            _ => Own(unnamed, turn),
        },
        Command.OnRequest named => named,
        Command.OnEvent { Action: EventAction.Next } => SentBefore(new(Verbs.ShowRequest), turn),
        _ => null,
    };

    // A "yes" where nothing waits for one is small talk; while a form is open it is an answer.
    private static Command.OnRequest? Decision(Command.OnRequest command, Turn turn, RequestServices services) =>
        DraftInHand.Of(turn) is not null ? null
        : turn.Requests.Waiting.Where(request => Approving.Refuse(request, turn.Who, services) is null).ToList() switch
        {
            [] => null,
            [var only] => command with { Key = only.Key },
            _ => new(Verbs.ShowMyRequests),
        };

    // "Send it" once more, after it was sent.
    private static Command.OnRequest? SentBefore(Command.OnRequest command, Turn turn) =>
        DraftInHand.Of(turn) is null
        && turn.Requests.Own is [{ ConfirmedAt: { } at, IsDraft: false } newest, ..]
        && turn.At - at < DraftInHand.Life
            ? command with { Key = newest.Key }
            : null;

    private static Command.OnRequest Own(Command.OnRequest command, Turn turn)
    {
        var meant = turn.Requests.Own.Where(request => command.Verb == Verbs.GoOn ? request.IsDraft : request.IsOpen).ToList();
        return meant is [var only] ? command with { Key = only.Key }
            : command.Verb == Verbs.GoOn && meant is [var newest, ..] ? command with { Key = newest.Key }
            : new(Verbs.ShowMyRequests);
    }
}
