using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Domain.Outbox;

/// <summary>What brings a request that waits for approval to its approvers.</summary>
public static class ApprovalMessages
{
    /// <summary>The question, the reminder, and the escalation to the role above.</summary>
    public static IEnumerable<OutboxMessage> Rounds(Request request, ApprovalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        return
        [
            new OutboxMessage.AskApprovers(request.Id, request.ConfirmedVersion),
            new OutboxMessage.RemindApprovers(request.Id, request.ConfirmedVersion) { Due = request.ConfirmedAt + policy.RemindAfter },
            new OutboxMessage.Escalate(request.Id, request.ConfirmedVersion) { Due = request.ConfirmedAt + policy.EscalateAfter },
        ];
    }

    /// <summary>
    /// Rounds to repeat after an edit was discarded: a round that came due during the edit found nothing to ask about. People who were
    /// asked in that round before are not asked again.
    /// </summary>
    public static IEnumerable<OutboxMessage> Missed(Request request, ApprovalPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.State is RequestState.AwaitingApproval
            ? Rounds(request, policy).Where(message => message.Due is null || message.Due <= now)
            : [];
    }
}
