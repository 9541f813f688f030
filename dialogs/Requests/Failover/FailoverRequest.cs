using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Dialogs.Requests.Failover;

/// <summary>
/// Declare that a DR failover has to take place, or order a drill of one. To declare is the client's duty in the matrix; what is asked
/// is what the operator of the replication has to know for a planned, an unplanned or a virtual switch (Assure MIMIX documentation).
/// </summary>
internal sealed class FailoverRequest : RequestType
{
    private const string DrillPrefix = "DRL";
    private const int LongestTarget = 525_600;

    private static readonly ChoiceField<FailoverKind> Kind = new("kind") { Decides = true };

    private static readonly SystemsField Source = new("source")
    {
        Slot = "from_lpar",
        Fits = lpar => lpar.HasDr,
        Unfit = "problem.no_dr",
    };

    // A DR LPAR need not be in the inventory: it is no system that people work on.
    private static readonly NamesField Target = new("target", NameChecks.Lpar)
    {
        Slot = "to_lpar",
        HoldsBlanks = true,
        Most = 20,
        AppliesWhen = answers => !answers.Is(Kind, FailoverKind.PaperDrill),
    };

    private static readonly ChoiceField<FailoverReason> Reason = new("reason")
    {
        AppliesWhen = FailoverRules.IsReal(Kind),
        Offers = (value, answers) => FailoverRules.GoesWith(value, answers.Get(Kind, FailoverKind.Unplanned)),
    };

    private static readonly MomentField Outage = new("outage", TimePurpose.RestorePoint) { AppliesWhen = IsUnplanned };

    private static readonly ChoiceField<PrimaryState> Primary = new("primary") { AppliesWhen = IsUnplanned };

    private static readonly TextField DataLoss = new("dataLoss") { Shortest = 2, Longest = 200, AppliesWhen = IsUnplanned };

    private static readonly MomentField Start = new("start", TimePurpose.Window)
    {
        Slot = "when",
        TakesOpen = true,
        Usual = answers => IsUnplanned(answers) ? MomentField.Write(Moment.Open) : null,
    };

    private static readonly ChoiceField<UsersOff> Users = new("users")
    {
        AppliesWhen = answers => answers.Is(Kind, FailoverKind.Planned) || answers.Is(Kind, FailoverKind.SwitchDrill),
    };

    private static readonly TextField Goal = new("goal")
    {
        IsLong = true,
        Shortest = 5,
        Longest = 500,
        AppliesWhen = FailoverRules.IsDrill(Kind),
    };

    private static readonly PersonField Owner = new("owner") { AppliesWhen = answers => !answers.Is(Kind, FailoverKind.PaperDrill) };

    private static readonly TextField Contact = new("contact")
    {
        Slot = "contact",
        Shortest = 5,
        Longest = 200,
        AppliesWhen = FailoverRules.IsReal(Kind),
    };

    private static readonly NumberField Rto = new("rto") { Lowest = 0, Highest = LongestTarget, IsFolded = true, IsOptional = true };

    private static readonly NumberField Rpo = new("rpo") { Lowest = 0, Highest = LongestTarget, IsFolded = true, IsOptional = true };

    private static readonly MomentField Back = new("back", TimePurpose.Window)
    {
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Kind, FailoverKind.Planned) || answers.Is(Kind, FailoverKind.SwitchDrill),
    };

    private static readonly TextField Channels = new("channels") { IsFolded = true, IsOptional = true, Longest = 200 };

    private static readonly TextField Reference = new("reference")
    {
        Slot = "reference",
        IsFolded = true,
        IsOptional = true,
        Longest = 40,
    };

    private static readonly TextField Notes = new("notes") { IsFolded = true, IsOptional = true, IsLong = true, Longest = 2_000 };

    public override string Id => RequestCatalog.Failover;

    public override int Order => 4;

    public override string Prefix => "DRE";

    public override IReadOnlyList<string> Prefixes => [Prefix, DrillPrefix];

    public override string Task => "Disaster Recovery (Optional Add-on)";

    public override bool LeavesDuties => true;

    public override bool OpensEvent => true;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Kind, Source, Target, Reason, Outage, Primary, DataLoss, Start, Users, Goal, Owner, Contact, Rto, Rpo, Back, Channels, Reference,
        Notes,
    ];

    public override string PrefixFor(Answers answers) => FailoverRules.IsDrill(Kind)(answers) ? DrillPrefix : Prefix;

    public override IReadOnlyDictionary<string, string> Known(Answers answers, Inventory systems) =>
        answers.TryGet(Source, out var sources) ? FailoverRules.FromInventory(sources, systems) : base.Known(answers, systems);

    public override Problem? Notice(Answers answers, Request request) =>
        FailoverRules.Notice(answers.TryGet(Kind, out var kind) ? kind : null, request);

    public override IEnumerable<FieldProblem> CheckConfirmed(Answers answers, string key)
    {
        // A drill can never become the real thing, nor the other way round.
        if (!key.StartsWith(PrefixFor(answers) + "-", StringComparison.Ordinal))
            yield return new(Kind, Problem.Of("problem.new_declaration"));
    }

    public override IEnumerable<FieldProblem> Check(Answers answers, FieldContext context)
    {
        if (answers.TryGet(Reason, out var reason) && !FailoverRules.GoesWith(reason, answers.Get(Kind)))
            yield return new(Reason, Problem.Of("problem.reason"));
        if (
            answers.TryGet(Start, out var start)
            && answers.TryGet(Back, out var back)
            && start.First is { } away
            && back.First is { } home
            && home <= away)
            yield return new(Back, Problem.Of("problem.back_before"));
        if (!answers.TryGet(Source, out var sources) || !answers.TryGet(Target, out var targets))
            yield break;

        if (targets.Intersect(sources, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } same)
            yield return new(Target, Problem.Of("problem.same_lpar", ("name", same)));
        else if (targets.Count != sources.Count)
            yield return new(
                Target, Problem.Of(sources.Count == 1 ? "problem.one_target" : "problem.targets", ("count", $"{sources.Count}")));
    }

    public override IEnumerable<Problem> Warnings(Answers answers, FieldContext context)
    {
        if (answers.TryGet(Reason, out var reason) && reason is FailoverReason.DataDamaged or FailoverReason.Security)
            yield return Problem.Of("warning.damage");
        if (answers.TryGet(Primary, out var state) && state is not PrimaryState.Down)
            yield return Problem.Of($"warning.primary.{Choices.IdOf(state)}");
        if (answers.Is(Users, UsersOff.No))
            yield return Problem.Of("warning.users");
        if (answers.TryGet(Source, out var sources) && answers.TryGet(Target, out var targets) && targets.Count == sources.Count)
        {
            foreach (var (source, target, partner) in FailoverRules.OtherPartners(sources, targets, context.Systems))
                yield return Problem.Of("warning.partner", ("source", source), ("target", target), ("partner", partner));
        }
    }

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        var values = new Dictionary<string, string>
        {
            ["source"] = Lpars(Source, answers),
            ["target"] = Lpars(Target, answers),
            ["loss"] = answers.Get(DataLoss, ""),
        };
        return answers.Get(Kind, FailoverKind.PaperDrill) switch
        {
            FailoverKind.Unplanned =>
            [
                new Risk("unplanned") { ToType = $"{values["source"]} FAILOVER", Values = values },
                new Risk("dataLoss") { Values = values },
            ],
            FailoverKind.Planned => [new Risk("planned") { Values = values }],
            FailoverKind.SwitchDrill => [new Risk("drill") { ToType = $"{values["source"]} DRILL", Values = values }],
            _ => [],
        };
    }

    public override string ApproverRole => RecoveryPolicy.RoleNames[RecoveryRole.Authority];

    public override ApprovalNeed Approval(Answers answers, Inventory systems) => new(ApproverRole) { IsAlways = true };

    public override Declaration Declares(Answers answers, Request request, Person approver) => new()
    {
        Kind = FailoverEvents.KindOf(answers.Get(Kind, FailoverKind.PaperDrill)),
        Systems = FailoverEvents.Pairs(answers.Get(Source, []), answers.Get(Target, [])),
        By = request.Owner,
        ApprovedBy = approver,
        Reason = answers.Get(Goal, answers.Get(Notes, "")) is { Length: > 0 } said ? said : null,
        ApplicationOwner = answers.TryGet(Owner, out var owner) ? owner : null,
        Request = request.Id,
        Language = request.Language,
        Zone = request.Zone,
    };

    public override IReadOnlyDictionary<string, string> FromEvent(RecoveryEvent drEvent)
    {
        var said = new Dictionary<string, string> { [Source.Id] = string.Join(", ", drEvent.Systems.Select(pair => pair.Primary)) };
        if (FailoverEvents.KindOf(drEvent.Kind) is { } kind)
            said[Kind.Id] = Choices.IdOf(kind);
        if (drEvent.Systems.All(pair => pair.DrSide is not null))
            said[Target.Id] = string.Join(", ", drEvent.Systems.Select(pair => pair.DrSide));
        if (drEvent.Timeline is [{ Text: { } reason }, ..])
            said[Notes.Id] = $"{drEvent.Key}: {reason}";
        return said;
    }

    public override IEnumerable<string> AffectedObjects(Answers answers) => answers.Get(Source, []);

    public override string? CallbackOf(Answers answers) => answers.Has(Contact) ? answers.Get(Contact) : null;

    public override Severity SeverityOf(Answers answers, FieldContext context) => answers.Get(Kind, FailoverKind.PaperDrill) switch
    {
        FailoverKind.Unplanned => Severity.Critical,
        FailoverKind.Planned => Severity.High,
        FailoverKind.SwitchDrill => Severity.Medium,
        _ => Severity.Low,
    };

    public override string Subject(Answers answers) =>
        FailoverRules.Subject(answers.Get(Kind), Lpars(Source, answers), Lpars(Target, answers));

    private static string Lpars(Field<IReadOnlyList<string>> field, Answers answers) => string.Join(", ", answers.Get(field, []));

    private static bool IsUnplanned(Answers answers) => answers.Is(Kind, FailoverKind.Unplanned);
}
