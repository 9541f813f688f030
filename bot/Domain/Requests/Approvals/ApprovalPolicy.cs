namespace ChatOpsBot.Domain.Requests.Approvals;

/// <summary>Who may approve what, as settings have it.</summary>
public sealed record ApprovalPolicy
{
    /// <summary>Entra object ids by role.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Ids of the request types that need an approval though their definition leaves it open.</summary>
    public IReadOnlyList<string> RequiredFor { get; init; } = [];

    /// <summary>Ids of the request types that need none though their definition asks for one as a rule.</summary>
    public IReadOnlyList<string> NotRequiredFor { get; init; } = [];

    /// <summary>Where a role lists nobody, anybody else may approve: for local mode alone.</summary>
    public bool AnybodyWhereNobodyIsListed { get; init; }

    /// <summary>How long a request waits before its approvers are reminded.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long it waits before those of <see cref="EscalateTo"/> are asked too, and its owner is told.</summary>
    public TimeSpan EscalateAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The role asked when nobody answers. Its people may approve as well; null for none.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>Who may approve, of a request of this type.</summary>
    public Approvers For(Request request, ApprovalNeed? need)
    {
        if (need is null || !IsRequired(request.Type, need))
            return new Approvers.NotNeeded();

        var listed = Listed(need.Role).Concat(EscalateTo is null ? [] : Listed(EscalateTo)).Distinct().ToList();
        if (listed.Count == 0)
            return AnybodyWhereNobodyIsListed ? new Approvers.AnybodyElse() : new Approvers.Nobody(SettingOf(need.Role));

        var others = listed.Where(id => !IsConcerned(id, request, need)).ToList();
        return others.Count >= need.Needed ? new Approvers.Listed(others) : new Approvers.Nobody(SettingOf(need.Role));
    }

    /// <summary>Whether a request of this type waits for the approval that its definition names.</summary>
    public bool IsRequired(string type, ApprovalNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.IsAlways || RequiredFor.Contains(type) || (need.IsUsual && !NotRequiredFor.Contains(type));
    }

    /// <summary>Its owner and those it is done for cannot approve it.</summary>
    public static bool IsConcerned(string personId, Request request, ApprovalNeed need) =>
        personId == request.Owner.Id || need.Beneficiaries.Any(person => person.Id == personId);

    private IReadOnlyList<string> Listed(string role) => Roles.GetValueOrDefault(role) ?? [];

    private static string SettingOf(string role) => $"Approvals:Roles:{role}";
}
