using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>The second person's yes or no, pressed. Who may give it is asked of the policy at every press.</summary>
internal sealed class ApprovalTopic(RequestServices services, RequestCards cards) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (turn.What is not TurnInput.ButtonPress { Verb: Verbs.Approve or Verbs.Reject } press)
            return null;

        var words = services.Words.In(turn.Language);
        if (
            PressedRequest.Find(press, turn) is not { } request
            || !Approving.MayBeTold(request, turn, services))
            return [new Reply.Notice(words["notice.request_gone"])];

        var moves = new RequestTransitions(services, cards, turn);
        if (request.State is not RequestState.AwaitingApproval)
            return [moves.ReplaceForApprover(request, words["approval.over"])];
        if (Approving.Refuse(request, turn.Who, services) is { } reason)
            return [new Reply.Notice(words[reason])];
        if (PressedRequest.IsOld(press, request))
            return [moves.ReplaceForApprover(request, words["approval.changed"])];

        return Approving.Decide(
            request,
            press.Verb == Verbs.Approve,
            press.Data.GetValueOrDefault(ApprovalCard.Reason),
            moves,
            after => moves.ReplaceForApprover(after));
    }
}
