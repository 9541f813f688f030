using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Fields.Hours;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests.PrivilegedAccess;

/// <summary>
/// Let a user profile swap to a privileged one, or end that. A ticket names the LPARs, the original profile and the privileged one, and
/// the times it is allowed (IBM Cloud documentation, IBM i Managed on PowerVS, "Accessing", Privileged Access Management).
/// </summary>
internal sealed class AccessRequest : RequestType
{
    private static readonly ChoiceField<AccessAction> Action = new("action")
    {
        Decides = true,
        Slot = "action",
        Usual = _ => Choices.IdOf(AccessAction.Associate),
    };

    private static readonly SystemsField Lpars = new("lpars") { Slot = "lpar" };

    private static readonly NamesField Users = new("userProfiles", NameChecks.UserProfile) { Slot = "user" };

    private static readonly NameField Privileged = new("pamProfile", NameChecks.UserProfile) { Slot = "pam_profile" };

    private static readonly ChoiceField<Availability> Allowed = new("availability")
    {
        Decides = true,
        Usual = _ => Choices.IdOf(Availability.Periods),
        AppliesWhen = Gives,
    };

    private static readonly WeekHoursField Hours = new("hours") { AppliesWhen = answers => answers.Is(Allowed, Availability.Periods) };

    private static readonly TextField Authorities = new("authorities")
    {
        Shortest = 3,
        Longest = 500,
        AppliesWhen = answers => answers.Is(Action, AccessAction.Create) || answers.Is(Action, AccessAction.ChangeProfile),
    };

    private static readonly TextField Justification = new("justification") { IsLong = true, Shortest = 20, Longest = 256 };

    private static readonly PersonField Beneficiary = new("beneficiary")
    {
        IsIdentified = true,
        Usual = answers => answers.Request is { } request ? PersonField.Write(request.Owner) : null,
        AppliesWhen = Gives,
    };

    private static readonly ChoiceField<Validity> Term = new("validity")
    {
        Decides = true,
        Usual = _ => Choices.IdOf(Validity.Temporary),
        AppliesWhen = Gives,
    };

    private static readonly MomentField Until = new("validUntil", TimePurpose.Window)
    {
        IsEnd = true,
        Usual = answers => answers.Is(Term, Validity.Temporary) && answers.Request is { } request
            ? MomentField.Write(AccessRules.After(AccessRules.UsualDays, request.CreatedAt, Zones.Of(request.Zone)))
            : null,
        AppliesWhen = answers => answers.TryGet(Term, out var term) && term is not Validity.Permanent,
    };

    private static readonly YesNoField BreakGlass = new("breakGlass")
    {
        IsFolded = true,
        Decides = true,
        Usual = _ => YesNoField.No,
        AppliesWhen = Gives,
    };

    private static readonly YesNoField Stopped = new("productionStopped") { AppliesWhen = answers => answers.Is(BreakGlass, true) };

    private static readonly MomentField From = new("validFrom", TimePurpose.Window)
    {
        IsStart = true,
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = Gives,
    };

    private static readonly NumberField Minutes = new("maxMinutes")
    {
        IsFolded = true,
        Lowest = 1,
        Highest = 999,
        Usual = _ => "60",
        AppliesWhen = Gives,
    };

    private static readonly ChoiceField<SwapMode> Mode = new("swapMode") { IsFolded = true, IsOptional = true, AppliesWhen = Gives };

    private static readonly ChoiceField<SecondFactor> Mfa = new("mfa") { IsFolded = true, IsOptional = true, AppliesWhen = Gives };

    private static readonly TextField Notify = new("notify") { IsFolded = true, IsOptional = true, Longest = 200 };

    private static readonly TextField Reference = new("reference")
    {
        Slot = "reference",
        IsFolded = true,
        IsOptional = true,
        Longest = 40,
    };

    private static readonly TextField Notes = new("notes") { IsFolded = true, IsOptional = true, IsLong = true, Longest = 2_000 };

    public override string Id => "pam";

    public override int Order => 3;

    public override string Prefix => "PAM";

    public override string Task => "Security";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Action, Lpars, Users, Privileged, Allowed, Hours, Authorities, Justification, Beneficiary, Term, Until,
        BreakGlass, Stopped, From, Minutes, Mode, Mfa, Notify, Reference, Notes,
    ];

    // A time that was said is the time it ends, unless it comes back every week; "from 20:00 to 22:00" is the time it begins too.
    public override IReadOnlyDictionary<string, string> FromSlots(IReadOnlyDictionary<string, string> slots) =>
        slots.GetValueOrDefault("window") is { } window
            ? new Dictionary<string, string>(base.FromSlots(slots).Concat(TermOf(window)))
            : base.FromSlots(slots);

    private static IEnumerable<KeyValuePair<string, string>> TermOf(string window) =>
        WeekHoursField.IsMeant(window) ? [new(Hours.Id, window)]
        : AccessRules.IsStretch(window) ? [new(From.Id, window), new(Until.Id, window)]
        : [new(Until.Id, window)];

    public override IEnumerable<FieldProblem> Check(Answers answers, FieldContext context)
    {
        if (answers.TryGet(Privileged, out var privileged) && answers.TryGet(Users, out var users) && users.Contains(privileged))
            yield return new(Privileged, Problem.Of("problem.same_profile", ("name", privileged)));
        if (answers.Get(Users, []).FirstOrDefault(SuppliedProfiles.Contains) is { } shared)
            yield return new(Users, Problem.Of("problem.shared_profile", ("name", shared)));
        if (answers.TryGet(Until, out var until) && until.First is { } end)
        {
            var start = StartOf(answers) ?? context.Now;
            var most = answers.Is(Term, Validity.Standing) ? AccessRules.MostStandingDays : AccessRules.MostDays;
            if (end <= start)
                yield return new(Until, Problem.Of("problem.until_before"));
            else if (end > LastOf(most, start, context.Zone))
                yield return new(
                    Until,
                    Problem.Of(answers.Is(Term, Validity.Standing) ? "problem.standing_too_long" : "problem.too_long", ("most", $"{most}")));
        }
    }

    public override IEnumerable<Problem> Warnings(Answers answers, FieldContext context)
    {
        if (answers.TryGet(Beneficiary, out var person) && WarningOf(person) is { } warning)
            yield return Problem.Of(warning, ("name", person.Name.Length > 0 ? person.Name : person.Id));
        if (answers.Has(Beneficiary) && answers.Get(Users, []).Count > 1)
            yield return Problem.Of("warning.several_users");
        if (answers.Is(Mfa, SecondFactor.Enable))
            yield return Problem.Of("warning.mfa");
    }

    private static string? WarningOf(Person person) =>
        person.Id.Length == 0 ? "warning.known_by_name"
        : person.Name.Length == 0 ? "warning.known_by_id"
        : person.IsGuest ? "warning.guest"
        : null;

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        var names = new Dictionary<string, string>
        {
            ["profile"] = answers.Get(Privileged),
            ["users"] = string.Join(", ", answers.Get(Users)),
            ["lpars"] = string.Join(", ", answers.Get(Lpars)),
        };
        if (answers.Is(Term, Validity.Permanent))
            yield return new Risk("permanent") { ToType = answers.Get(Privileged), Values = names };
        if (IsAlways(answers))
            yield return new Risk("always") { Values = names };
        if (answers.TryGet(Authorities, out var wanted) && string.Join(", ", AccessRules.FarReachingIn(wanted)) is { Length: > 0 } far)
            yield return new Risk("authorities") { Values = new Dictionary<string, string>(names) { ["authorities"] = far } };
        if (Gives(answers) && SuppliedProfiles.Contains(names["profile"]))
            yield return new Risk("supplied") { Values = names };
        if (answers.Is(BreakGlass, true))
            yield return new Risk("break_glass") { Values = names };
    }

    // Taking a right away can wait for nobody. All rights at all times for long are more than one person should give.
    public override ApprovalNeed? Approval(Answers answers, Inventory systems) => Gives(answers)
        ? new ApprovalNeed(ApproverRole)
        {
            IsUsual = true,
            Approvals = IsAlways(answers) && !answers.Is(Term, Validity.Temporary)
                && AccessRules.ReachesAll(answers.Get(Privileged, ""), answers.Get(Authorities, "")) ? 2 : 1,
            Beneficiaries = answers.TryGet(Beneficiary, out var person) ? [person] : [],
        }
        : null;

    public override IEnumerable<Reminder> Reminders(Answers answers) => EndOf(answers) is { } end
        ? AccessRules.DaysBeforeEnd
            .Select(days => new Reminder(end - Duration.FromDays(days), Ends(answers, days)) { Until = end - Duration.FromDays(days - 1) })
            .Append(new Reminder(end, News("news.ended", answers)) { IsEnd = true })
        : [];

    public override Instant? EndOf(Answers answers) => answers.TryGet(Until, out var until) ? until.First : null;

    public override Field? JustifiedBy => Justification;

    public override Field? Remarks => Notes;

    public override IReadOnlyDictionary<string, string>? Revocation(Answers answers) => Gives(answers)
        ? new Dictionary<string, string>
        {
            [Action.Id] = Choices.IdOf(AccessAction.Remove),
            [Lpars.Id] = string.Join(", ", answers.Get(Lpars, [])),
            [Users.Id] = string.Join(", ", answers.Get(Users, [])),
            [Privileged.Id] = answers.Get(Privileged, ""),
        }
        : null;

    public override IEnumerable<string> AffectedObjects(Answers answers) =>
        from lpar in answers.Get(Lpars, [])
        from user in answers.Get(Users, [])
        where answers.Has(Privileged)
        select $"{lpar}: {user} -> {answers.Get(Privileged)}";

    public override Severity SeverityOf(Answers answers, FieldContext context) =>
        answers.Is(BreakGlass, true) && answers.Is(Stopped, true) ? Severity.High
        : StartOf(answers) is { } start && start - context.Now <= Duration.FromHours(24) ? Severity.Medium
        : Severity.Low;

    public override string Subject(Answers answers) =>
        $"PAM {Verb(answers.Get(Action))} {string.Join(",", answers.Get(Users))} -> {answers.Get(Privileged)} on {string.Join(",", answers.Get(Lpars))}{Ending(answers)}";

    private static string Verb(AccessAction action) => action switch
    {
        AccessAction.Associate => "associate",
        AccessAction.Remove => "remove",
        AccessAction.Create => "create",
        AccessAction.ChangeProfile => "change profile",
        _ => "change schedule",
    };

    private static string Ending(Answers answers) =>
        answers.Is(Term, Validity.Permanent) ? " permanently"
        : answers.TryGet(Until, out var until) && until.First is { } end ? $" until {end.InZone(Zones.Of(until.Zone)).Date:uuuu-MM-dd}"
        : "";

    private static Problem Ends(Answers answers, int days) =>
        News(days == 1 ? "news.ends_tomorrow" : "news.ends", answers, ("days", $"{days}"));

    private static Problem News(string key, Answers answers, params ReadOnlySpan<(string, string)> more) => Problem.Of(
        key, [("users", string.Join(", ", answers.Get(Users))), ("profile", answers.Get(Privileged)), .. more]);

    private static bool IsAlways(Answers answers) =>
        answers.Is(Allowed, Availability.Always) || (answers.TryGet(Hours, out var hours) && hours.IsAlways);

    private static bool Gives(Answers answers) => !answers.Is(Action, AccessAction.Remove);

    private static Instant? StartOf(Answers answers) => answers.TryGet(From, out var from) ? from.First : null;

    private static Instant LastOf(int days, Instant start, DateTimeZone zone) =>
        start.InZone(zone).Date.PlusDays(days + 1).AtStartOfDayInZone(zone).ToInstant();
}
