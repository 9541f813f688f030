using ChatOpsBot.Domain.People.Roles;
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
            .Where(it => it.Need is { } need ? policy.IsRequired(it.Id, need) : policy.RequiredFor.Contains(it.Id))
            .ToList();
        return
        [
            .. needs.Count == 0
                ? [new("approvals", FindingState.Open, "no request type needs one.")]
                : needs.Select(it => it.Need is { } need ? Finding(it.Id, need.Role, policy) : InSomeCases(it.Id, policy)),
            Administrators(policy),
        ];
    }

    private static Finding Administrators(ApprovalPolicy policy) => Of(RoleDictionary.Administrator, policy).Count switch
    {
        0 when policy.AnybodyWhereNobodyIsListed => new(
            "roles", FindingState.Open, "in local mode anybody can grant them in chats; otherwise Approvals:Roles:administrator must list people."),
        0 => new(
            "roles", FindingState.Open, "nobody can grant them in chats: Approvals:Roles:administrator is empty, so they change in settings only."),
        var people => new("roles", FindingState.Good, $"{people} people can grant them in chats (Approvals:Roles:administrator)."),
    };

    // Which role it is, depends on what is filed.
    private static Finding InSomeCases(string type, ApprovalPolicy policy) =>
        new("approvals", FindingState.Open, policy.Roles.Count == 0
            ? $"{type}: needed in some cases, but Approvals:Roles is empty."
            : $"{type}: needed in some cases, from one of the roles {string.Join(", ", policy.Roles.Keys.Order())}.");

    private static Finding Finding(string type, string role, ApprovalPolicy policy)
    {
        var people = Of(role, policy).Concat(policy.EscalateTo is { } above ? Of(above, policy) : []).Distinct().Count();
        var setting = $"Approvals:Roles:{role}";
        return people switch
        {
            0 when policy.AnybodyWhereNobodyIsListed => new(
                "approvals", FindingState.Open, $"{type}: in local mode anybody else may approve; otherwise {setting} must list people."),
            0 => new(
                "approvals", FindingState.Fault, $"{type} cannot be submitted: {setting} is empty. Add people by their Entra object id."),
            1 => new(
                "approvals",
                FindingState.Good,
                $"{type}: only one person may approve, so nobody can approve that person's own requests; add more to {setting}."),
            _ => new("approvals", FindingState.Good, $"{type}: {people} people may approve ({setting})."),
        };
    }

    private static IReadOnlyList<string> Of(string role, ApprovalPolicy policy) => policy.Roles.GetValueOrDefault(role) ?? [];
}
