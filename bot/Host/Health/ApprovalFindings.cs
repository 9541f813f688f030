using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Host.Health;

/// <summary>Who can approve what, and what is missing for that.</summary>
internal static class ApprovalFindings
{
    public static IEnumerable<Finding> Findings(IServiceProvider services)
    {
        var policy = services.GetRequiredService<ApprovalPolicy>();
        var systems = services.GetRequiredService<Inventory>();
        var needs = services.GetRequiredService<IReadOnlyList<RequestType>>()
            .Select(type => (type.Id, Need: type.Approval(Answers.None, systems)))
            .Where(it => it.Need is { IsAlways: true } || policy.RequiredFor.Contains(it.Id))
            .ToList();
        return needs.Count == 0
            ? [new("approvals", FindingState.Open, "no type of request needs one.")]
            : needs.Select(it => it.Need is { } need ? Finding(it.Id, need.Role, policy) : InSomeCases(it.Id, policy));
    }

    // Which role it is, depends on what is filed.
    private static Finding InSomeCases(string type, ApprovalPolicy policy) =>
        new("approvals", FindingState.Open, policy.Roles.Count == 0
            ? $"{type}: needed in some cases, and Approvals:Roles lists nobody."
            : $"{type}: needed in some cases, by one of the roles {string.Join(", ", policy.Roles.Keys.Order())}.");

    private static Finding Finding(string type, string role, ApprovalPolicy policy)
    {
        var people = Of(role, policy).Concat(policy.EscalateTo is { } above ? Of(above, policy) : []).Distinct().Count();
        var setting = $"Approvals:Roles:{role}";
        return people switch
        {
            0 when policy.AnybodyWhereNobodyIsListed =>
                new("approvals", FindingState.Open, $"{type}: local mode lets anybody else approve; elsewhere {setting} has to list people."),
            0 => new("approvals", FindingState.Fault, $"{type} cannot be filed: {setting} lists nobody. List people by their Entra object id."),
            1 => new("approvals", FindingState.Good, $"{type}: one person may approve, and nobody what that person files; {setting} can list more."),
            _ => new("approvals", FindingState.Good, $"{type}: {people} people may approve, by {setting}."),
        };
    }

    private static IReadOnlyList<string> Of(string role, ApprovalPolicy policy) => policy.Roles.GetValueOrDefault(role) ?? [];
}
