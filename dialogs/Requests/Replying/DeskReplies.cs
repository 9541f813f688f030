using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests.Attaching;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Requests.Replying;

/// <summary>The step that puts a reply on its way to the desk.</summary>
internal static class DeskReplies
{
    /// <summary>The desk waits for just this.</summary>
    public static bool Fits(string verb, Request request, DeskProfile desk) => verb is Verbs.AnswerDesk
        ? DeskDialogue.CanAnswer(request, desk)
        : DeskDialogue.CanSettle(request, desk);

    /// <param name="typed">What it says; null for nothing.</param>
    /// <param name="refuse">Says why nothing is sent, by the key of a sentence.</param>
    /// <param name="show">Shows the request after the step.</param>
    public static TurnResult Send(
        string verb, Request request, string? typed, RequestTransitions moves, Func<string, Reply> refuse, Func<Request, Reply> show)
    {
        var desk = moves.Services.DeskOf(request);
        var text = PlainText.Of(typed ?? "").Trim();
        if (Problem(verb, request, desk, text) is { } problem)
            return [refuse(problem)];

        var kind = KindOf(verb);
        var reply = new DeskReply(
            RequestTransitions.NewToken()[..8], kind, text, PlainText.Line(request.Owner.Name));
        var next = moves.Next(FileSteps.CanAttach(request, desk) ? moves.WithFiles(request) : request) with
        {
            Reply = new(reply.Mark, kind, text, request.Ticket!.SpokeAt, ReplyProgress.Sending),
        };
        return
        [
            moves.Save(next, AuditWord(kind)),
            new Change.Enqueue(new OutboxMessage.ReplyToDesk(request.Id, reply)),
            .. FileSteps.ToDesk(request, next),
            RequestTransitions.Redraw(next),
            show(next),
        ];
    }

    private static string? Problem(string verb, Request request, DeskProfile desk, string text) => verb switch
    {
        Verbs.AnswerDesk when !DeskDialogue.CanComment(request, desk) => "reply.cannot",
        Verbs.AcceptSolution or Verbs.RejectSolution when !DeskDialogue.CanSettle(request, desk) => "reply.nothing_to_settle",
        Verbs.AnswerDesk when text.Length == 0 => "reply.empty",
        Verbs.RejectSolution when text.Length == 0 => "reply.needs_reason",
        _ when text.Length > DeskDialogue.LongestReply => "reply.too_long",
        _ => null,
    };

    private static DeskReplyKind KindOf(string verb) => verb switch
    {
        Verbs.AcceptSolution => DeskReplyKind.Accepted,
        Verbs.RejectSolution => DeskReplyKind.NotSolved,
        _ => DeskReplyKind.Answer,
    };

    private static string AuditWord(DeskReplyKind kind) => kind switch
    {
        DeskReplyKind.Accepted => "accepted",
        DeskReplyKind.NotSolved => "not-solved",
        _ => "answered",
    };
}
