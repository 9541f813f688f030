using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Requests;

/// <summary>One round of asking: the first one, the reminder, or the one that asks the role above.</summary>
/// <param name="Version">The confirmed version that is asked about.</param>
/// <param name="After">How long after the confirmation it comes: whoever got a card after that was asked in this round.</param>
public sealed record ApproverRound(Guid Request, int Version, TimeSpan After, bool IsEscalation)
{
    public bool IsOpen(Request request) => request.State == RequestState.AwaitingApproval && request.ConfirmedVersion == Version;

    /// <summary>From when on a card in somebody's chat belongs to this round.</summary>
    public DateTimeOffset Since(Request request) => (request.ConfirmedAt ?? request.CreatedAt) + After;

    /// <summary>Whom this round asks, of those who may approve: the role above only when it is its turn, unless nobody else can.</summary>
    public IReadOnlyList<string> People(Approvers.Listed approvers, ApprovalNeed need, ApprovalPolicy policy)
    {
        var above = policy.EscalateTo is { } role ? policy.Roles.GetValueOrDefault(role) ?? [] : [];
        var below = policy.Roles.GetValueOrDefault(need.Role) ?? [];
        var asked = approvers.Ids.Where(id => IsEscalation ? above.Contains(id) : below.Contains(id)).ToList();
        return asked.Count > 0 || IsEscalation ? asked : approvers.Ids;
    }
}
