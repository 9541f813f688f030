using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>Who may say what a channel follows. Anybody may ask.</summary>
public static class FollowRight
{
    /// <summary>Either is enough.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["dr-coordinator", "dr-authority"];

    /// <summary>
    /// Those in one of the roles, and the owner of the team. Teams tells a bot of no owners in what it sends, so the owner is whoever added
    /// the app to the team. In local mode, where settings list nobody in these roles, anybody may.
    /// </summary>
    /// <param name="owner">Who added the app to the team, as <see cref="Person.Id"/>; null where that is not known.</param>
    public static bool Has(Person who, string? owner, ApprovalPolicy policy)
    {
        if (who.Id.Length == 0)
            return false;

        var listed = Roles.SelectMany(role => policy.Roles.GetValueOrDefault(role) ?? []).ToList();
        return listed.Contains(who.Id, StringComparer.OrdinalIgnoreCase)
            || string.Equals(who.Id, owner, StringComparison.OrdinalIgnoreCase)
            || (listed.Count == 0 && policy.AnybodyWhereNobodyIsListed);
    }
}
