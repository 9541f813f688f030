using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Tickets;

/// <summary>Who works at the local desk: whoever holds the role, as it is at this moment.</summary>
public sealed class DeskStaff(RoleDictionary roles, ApprovalPolicy approvals)
{
    /// <summary>Local mode, where a role without people is open to everybody.</summary>
    public bool IsOpenToAll => approvals.AnybodyWhereNobodyIsListed && Listed.Count == 0;

    private IReadOnlyList<string> Listed => roles.TryGetValue(RoleDictionary.Desk, out var listed) ? listed : [];

    public bool Includes(string personId) => personId.Length > 0 && Listed.Contains(personId);
}
