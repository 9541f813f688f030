using ChatOpsBot.Domain.People;
using static ChatOpsBot.Domain.Recovery.RecoveryRole;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>Who decides what of DR events, and within which times; as settings have it.</summary>
public sealed record RecoveryPolicy
{
    /// <summary>The names under which settings list people for the roles.</summary>
    public static readonly IReadOnlyDictionary<RecoveryRole, string> RoleNames = new Dictionary<RecoveryRole, string>
    {
        [Authority] = "dr-authority",
        [Coordinator] = "dr-coordinator",
        [Operator] = "dr-operator",
        [ApplicationOwner] = "application-owner",
    };

    /// <summary>Entra object ids by role name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Where a role lists nobody, anybody has it: for local mode alone.</summary>
    public bool AnybodyWhereNobodyIsListed { get; init; }

    /// <summary>The role whose people are asked too when nobody answers, and may approve; null for none.</summary>
    public string? EscalateTo { get; init; }

    public FourEyes FourEyes { get; init; }

    /// <summary>How long a second person has, before one alone may go ahead where <see cref="FourEyes"/> allows it.</summary>
    public TimeSpan ApprovalWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often those who may approve are asked again.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often at most.</summary>
    public int AskAtMost { get; init; } = 12;

    /// <summary>How long an unplanned failover may wait for its approval before channels hear that it was declared and waits.</summary>
    public TimeSpan SilentAtMost { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long before a promised update whoever leads the event is reminded of it.</summary>
    public TimeSpan PromptBefore { get; init; } = TimeSpan.FromMinutes(5);

    public UpdateCadence Cadence { get; init; } = new();

    /// <summary>
    /// What somebody may decide of an event: what settings list, and once somebody has approved it, what the declaration gives. Whoever
    /// declared it leads it then, and the application owner named in it speaks for the application.
    /// </summary>
    public IReadOnlySet<RecoveryRole> RolesOf(Person who, RecoveryEvent drEvent)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        var roles = RoleNames.Keys.Where(role => Has(who, role)).ToHashSet();
        if (who.IsGuest)
            return roles;
        if (drEvent.ApprovedBy is not null && IsSame(who, drEvent.DeclaredBy))
            roles.Add(Coordinator);
        if (drEvent.IsBacked && drEvent.ApplicationOwner is { } owner && IsSame(who, owner))
            roles.Add(ApplicationOwner);
        return roles;
    }

    /// <summary>Whether settings list somebody for any role: what the others say of an event needs an approval first.</summary>
    public bool HoldsRole(Person who) => RoleNames.Keys.Any(role => Has(who, role));

    /// <summary>
    /// Whether somebody reads what people without a role have said of an event: whoever may decide of it, and who said it.
    /// </summary>
    public bool MayReadAll(Person who, RecoveryEvent drEvent)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        return RolesOf(who, drEvent).Count > 0 || IsSame(who, drEvent.DeclaredBy);
    }

    /// <summary>Those who are asked to approve: everybody listed but whoever declared it. Empty where settings list nobody else.</summary>
    /// <param name="isLate">The role above is asked too.</param>
    public IReadOnlyList<string> Authorities(RecoveryEvent drEvent, bool isLate)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        return [.. Listed(RoleNames[Authority]).Concat(isLate ? Listed(EscalateTo) : []).Where(id => !drEvent.IsDeclaredBy(id)).Distinct()];
    }

    /// <summary>Those listed who lead events, whoever declared them.</summary>
    public IReadOnlyList<string> Coordinators => Listed(RoleNames[Coordinator]);

    /// <summary>Nobody but whoever declared it could approve it: a fault of the settings that people are told of at once.</summary>
    public bool NobodyCanApprove(RecoveryEvent drEvent) =>
        Authorities(drEvent, isLate: true).Count == 0 && !(AnybodyWhereNobodyIsListed && Listed(RoleNames[Authority]).Count == 0);

    private bool Has(Person who, RecoveryRole role)
    {
        if (who.IsGuest || who.Id.Length == 0)
            return false;

        var listed = Listed(RoleNames[role]);
        return listed.Contains(who.Id)
            || (listed.Count == 0 && AnybodyWhereNobodyIsListed)
            || (role is Authority && Listed(EscalateTo).Contains(who.Id));
    }

    private IReadOnlyList<string> Listed(string? role) => role is null ? [] : Roles.GetValueOrDefault(role) ?? [];

    // A name alone proves nobody's identity.
    private static bool IsSame(Person who, Person other) => who.Id.Length > 0 && who.Id == other.Id;
}
