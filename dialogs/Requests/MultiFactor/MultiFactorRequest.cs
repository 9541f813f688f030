using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests.MultiFactor;

/// <summary>
/// Have a second factor asked for at login or at a profile swap, changed, reset, or asked for no more. A ticket names the LPARs, the
/// person's full name and e-mail address, the user profile, and when the factor is asked for (IBM Cloud documentation, IBM i Managed on
/// PowerVS, "Accessing", multi-factor authentication).
/// </summary>
internal sealed class MultiFactorRequest : RequestType
{
    private static readonly ChoiceField<FactorAction> Action = new("action") { Decides = true, ReadFromSentence = true };

    private static readonly SystemsField Lpars = new("lpars") { Slot = "lpar" };

    private static readonly NameField Profile = new("userProfile", NameChecks.UserProfile) { Slot = "user" };

    private static readonly PersonField FullName = new("fullName");

    private static readonly TextField Email = new("email") { Longest = 254, Form = MultiFactorRules.EmailAddress };

    private static readonly ChoiceField<FactorPoint> Point = new("point")
    {
        ReadFromSentence = true,
        AppliesWhen = answers => !answers.Is(Action, FactorAction.Reset),
    };

    private static readonly MomentField Until = new("offUntil", TimePurpose.Window)
    {
        Slot = "when",
        IsEnd = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Action, FactorAction.Disable),
    };

    private static readonly TextField Reason = new("reason") { IsLong = true, Shortest = 10, Longest = 500 };

    private static readonly MomentField From = new("from", TimePurpose.Window)
    {
        Slot = "when",
        TakesOpen = true,
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => !answers.Is(Action, FactorAction.Disable),
    };

    private static readonly TextField Reference = new("reference")
    {
        Slot = "reference",
        IsFolded = true,
        IsOptional = true,
        Longest = 40,
    };

    private static readonly TextField Notes = new("notes") { IsFolded = true, IsOptional = true, IsLong = true, Longest = 2_000 };

    public override string Id => "mfa";

    public override int Order => 5;

    public override string Prefix => "MFA";

    public override string Task => "Security";

    // The row says nothing of a second factor: it is an add-on.
    public override bool IsInRow => false;

    public override IReadOnlyList<Field> Fields { get; } =
    [Action, Lpars, Profile, FullName, Email, Point, Until, Reason, From, Reference, Notes];

    public override IEnumerable<FieldProblem> Check(Answers answers, FieldContext context)
    {
        if (answers.TryGet(FullName, out var person) && answers.TryGet(Profile, out var profile)
            && (person.Name.Equals(profile, StringComparison.OrdinalIgnoreCase) || MultiFactorRules.EmailAddress.Fits(person.Name)))
            yield return new(FullName, Problem.Of("problem.full_name", ("name", person.Name)));
    }

    public override IEnumerable<Problem> Warnings(Answers answers, FieldContext context)
    {
        if (answers.Is(Action, FactorAction.Enable))
            yield return Problem.Of("warning.add_on");
        if (answers.Is(Action, FactorAction.Change))
            yield return Problem.Of("warning.change");
    }

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        var (action, profile, lpars) = (answers.Get(Action), answers.Get(Profile), answers.Get(Lpars));
        var production = MultiFactorRules.Production(lpars, context.Systems);
        var names = new Dictionary<string, string>
        {
            ["profile"] = profile,
            ["person"] = answers.Get(FullName).Name,
            ["lpars"] = string.Join(", ", lpars),
            ["production"] = string.Join(", ", production),
        };
        if (action is FactorAction.Disable)
            yield return Off(answers.Get(Point)) with { ToType = profile, Values = names };
        if (action is FactorAction.Disable && production.Count > 0)
            yield return new Risk("off_production") { Values = names };
        if (action is FactorAction.Reset)
            yield return new Risk("reset") { Values = names };
        if (action is FactorAction.Enable && !answers.Is(Point, FactorPoint.Swap) && production.Count > 0)
            yield return new Risk("locked_out") { Values = names };
        if (action is not FactorAction.Disable && SuppliedProfiles.Contains(profile))
            yield return new Risk("supplied") { Values = names };
    }

    // Whatever takes a second factor away, or has another device or address take its place, opens a door.
    public override ApprovalNeed? Approval(Answers answers, Inventory systems) => !answers.Is(Action, FactorAction.Enable)
        ? new ApprovalNeed(ApproverRole) { Beneficiaries = answers.TryGet(FullName, out var person) ? [person] : [] }
        : null;

    public override IEnumerable<string> AffectedObjects(Answers answers) =>
        from lpar in answers.Get(Lpars, [])
        where answers.Has(Profile)
        select $"{lpar}: {answers.Get(Profile)} MFA";

    // After a reset somebody is waiting who cannot sign on.
    public override Severity SeverityOf(Answers answers, FieldContext context) =>
        answers.Is(Action, FactorAction.Reset)
        || (answers.TryGet(From, out var from) && from.First is { } start && start - context.Now <= Duration.FromHours(24))
            ? Severity.Medium
            : Severity.Low;

    public override string Subject(Answers answers) =>
        $"MFA {Choices.IdOf(answers.Get(Action))} {answers.Get(Profile)} on {string.Join(",", answers.Get(Lpars))}{At(answers)}";

    private static string At(Answers answers) => answers.TryGet(Point, out var point) ? $" ({MultiFactorRules.Where(point)})" : "";

    private static Risk Off(FactorPoint point) => point switch
    {
        FactorPoint.Login => new Risk("off_login"),
        FactorPoint.Swap => new Risk("off_swap"),
        _ => new Risk("off_both"),
    };
}
