using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Settings.Approvals;

/// <summary>Who may approve requests. Configuration section <c>Approvals</c>.</summary>
public sealed record ApprovalOptions
{
    public const string Section = "Approvals";

    private static readonly ApprovalPolicy Usual = new();

    /// <summary>
    /// People by role, each by their Entra object id: <c>Roles:dr-authority:0</c>. <c>dr_authority</c> is the same role, for names of
    /// environment variables, which may hold no hyphen.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Groups of Entra ID by role, each by its object id: whoever is in one holds the role. Needs the Microsoft Graph permission
    /// `GroupMember.Read.All`; a group holds at most 200 people.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How often it is read who is in the groups that hold roles. Default: 5 minutes.</summary>
    [SettingRange("00:00:30", "1.00:00:00")]
    public TimeSpan GroupsEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long what was read of a group counts while Entra does not answer. After that it gives nobody a role. Default: 1 hour.
    /// </summary>
    [SettingRange("00:00:00", "7.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan GroupsKeptFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Ids of further request types that need an approval, such as <c>restore</c>.</summary>
    public IReadOnlyList<string> RequiredFor { get; init; } = [];

    /// <summary>Ids of request types that need no approval though they do by default: <c>pam</c>.</summary>
    public IReadOnlyList<string> NotRequiredFor { get; init; } = [];

    /// <summary>How long a request waits before its approvers are reminded. Default: 15 minutes.</summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan RemindAfter { get; init; } = Usual.RemindAfter;

    /// <summary>How long it waits before the people in <see cref="EscalateTo"/> are asked too. Default: 30 minutes.</summary>
    public TimeSpan EscalateAfter { get; init; } = Usual.EscalateAfter;

    /// <summary>The role asked when nobody answers; it may approve everything. Empty: none.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>The roles as settings list them, for more to be granted in chats.</summary>
    internal RoleDictionary Listed() => new(ByRole(Roles), ByRole(Groups));

    /// <param name="roles">Who holds which role, now and later.</param>
    /// <param name="isLocal">Local mode: a role without people is open to everybody else.</param>
    internal ApprovalPolicy Policy(RoleDictionary roles, bool isLocal) => new()
    {
        Roles = roles,
        RequiredFor = RequiredFor,
        NotRequiredFor = NotRequiredFor,
        AnybodyWhereNobodyIsListed = isLocal,
        RemindAfter = RemindAfter,
        EscalateAfter = EscalateAfter,
        EscalateTo = string.IsNullOrWhiteSpace(EscalateTo) ? null : RoleOf(EscalateTo),
    };

    /// <summary>The role that a name in settings means.</summary>
    internal static string RoleOf(string written) => written.Trim().Replace('_', '-');

    private static Dictionary<string, IReadOnlyList<string>> ByRole(IReadOnlyDictionary<string, IReadOnlyList<string>> written) => written
        .GroupBy(role => RoleOf(role.Key), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            same => same.Key,
            same => (IReadOnlyList<string>)[.. same.SelectMany(role => role.Value).Select(AsTeamsWrites).Distinct()],
            StringComparer.OrdinalIgnoreCase);

    // Ids are compared as text with those in activities.
    private static string AsTeamsWrites(string id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id.Trim();
}
