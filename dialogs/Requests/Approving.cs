using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Whether somebody may decide on a request, and what comes of it.</summary>
internal static class Approving
{
    private const string NotListed = "approval.not_listed";

    /// <returns>The key of the sentence that says why not; null where this person may.</returns>
    public static string? Refuse(Request request, Person who, RequestServices services)
    {
        var need = services.TypeOf(request).Approval(new Answers(request), services.Systems);
        if (who.Id == request.Owner.Id)
            return "approval.own";
        if (who.IsGuest || who.Id.Length == 0)
            return NotListed;
        if (need is not null && ApprovalPolicy.IsConcerned(who.Id, request, need))
            return "approval.beneficiary";
        if (request.ApprovalsGiven.Any(yes => yes.By.Id == who.Id))
            return "approval.twice";

        return services.Approvals.For(request, need) switch
        {
            Approvers.AnybodyElse => null,
            Approvers.Listed listed when listed.Ids.Contains(who.Id) => null,
            _ => NotListed,
        };
    }

    /// <summary>Whether somebody may read it: its owner, who reads along where it was filed, and who may decide on it or has.</summary>
    public static bool MayRead(Request request, Turn turn, RequestServices services) =>
        request.Owner.Id == turn.Who.Id
        || (request.IsShared && request.ConversationId == turn.Where.ConversationId)
        || request.Decisions.Any(decision => decision.By.Id == turn.Who.Id)
        || Refuse(request, turn.Who, services) is null;

    /// <summary>
    /// Whether somebody hears why they may not decide on it. Of anybody else's request not even that it exists is said.
    /// </summary>
    public static bool MayBeTold(Request request, Turn turn, RequestServices services) =>
        MayRead(request, turn, services) || Refuse(request, turn.Who, services) is not NotListed;

    public static TurnResult Decide(Request request, bool yes, string? reason, RequestTransitions moves, Func<Request, Reply> show)
    {
        if (SecretScan.In(reason ?? "") is [var secret, ..])
            return [new Reply.Notice(moves.WordsOf(request).Say(Problem.Of($"secret.{secret.Kind}")))];

        if (yes && !moves.FormOf(request).IsComplete)
            return OutOfDate(request, moves);

        var because = string.IsNullOrWhiteSpace(reason) ? null : PlainText.Clip(reason.Trim(), ApprovalCard.LongestReason);
        var decided = moves.Next(request) with
        {
            Decisions = [.. request.Decisions, new Decision(moves.Turn.Who, moves.Turn.At, yes, request.ConfirmedVersion, because)],
        };
        var isEnough = moves.Services.OpenApprovals(decided) == 0;
        // A no to a change leaves the ticket as it was.
        decided =
            !yes && request.Ticket is not null
                ? decided.AsFiled()
                : decided with
                {
                    State =
                        !yes ? RequestState.Rejected
                        : isEnough ? RequestState.Filing
                        : RequestState.AwaitingApproval,
                };
        var key = yes
            ? isEnough
                ? "news.approved"
                : "news.approved_first"
            : No(request, because);
        var news = Problem.Of(
            key, ("name", PlainText.Line(moves.Turn.Who.Name)), ("reason", because is null ? "" : PlainText.Line(because)));
        return
        [
            moves.Save(decided, yes ? "approved" : "rejected"),
            .. decided.State is RequestState.Filing ? Filing.ToDesk(decided, moves) : [],
            .. decided.State is RequestState.Filing ? Events(decided, moves) : [],
            new Change.Enqueue(new OutboxMessage.NotifyOwner(request.Id, news)),
            RequestTransitions.Redraw(decided),
            show(decided),
        ];
    }

    // A change to what was filed is told by whoever moves the event.
    private static IEnumerable<Change> Events(Request decided, RequestTransitions moves) =>
        decided.Ticket is null && moves.Services.TypeOf(decided).Declares(new Answers(decided), decided, moves.Turn.Who) is { } declaration
            ? new EventCommands(moves.Services, moves.Turn).Open(declaration)
            : [];

    // A window that has begun, or is over, is not what was asked for any more.
    private static TurnResult OutOfDate(Request request, RequestTransitions moves) =>
        [
            new Change.Enqueue(
                new OutboxMessage.NotifyOwner(request.Id, Problem.Of("news.out_of_date", ("name", PlainText.Line(moves.Turn.Who.Name))))),
            moves.ReplaceForApprover(
                request, moves.WordsOf(request).Shared.Say("approval.out_of_date", ("name", PlainText.Line(request.Owner.Name)))),
        ];

    private static string No(Request request, string? because) => request.Ticket is null
        ? because is null ? "news.rejected" : "news.rejected_because"
        : because is null ? "news.change_rejected" : "news.change_rejected_because";
}
