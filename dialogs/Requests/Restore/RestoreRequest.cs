using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Dialogs.Requests.Restore;

/// <summary>
/// Bring something back from a backup. What is asked are the parameters an operator needs for RSTLIB, RSTOBJ, RST or RSTUSRPRF
/// (IBM i documentation, "Restoring").
/// </summary>
internal sealed class RestoreRequest : RequestType
{
    private static readonly SystemField Lpar = new("lpar") { Slot = "lpar" };

    private static readonly ChoiceField<RestoreScope> Scope = new("scope")
    {
        Decides = true,
        Usual = answers => answers.IsLeftOpen(Scope!) ? null : Choices.IdOf(RestoreScope.Library),
    };

    private static readonly NamesField Libraries = new("libraries", NameChecks.LibrariesToRestore)
    {
        AppliesWhen = answers => IsNative(answers),
    };

    private static readonly NamesField Objects = new("objects", NameChecks.Objects)
    {
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.Objects) || answers.Is(Scope, RestoreScope.Members),
    };

    private static readonly NamesField Members = new("members", NameChecks.Members)
    {
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.Members),
    };

    private static readonly NamesField Paths = new("paths", NameChecks.Path)
    {
        HoldsBlanks = true,
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.Paths),
    };

    private static readonly NamesField Profiles = new("profiles", NameChecks.UserProfiles)
    {
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.UserProfiles),
    };

    private static readonly MomentField AsOf = new("asOf", TimePurpose.RestorePoint) { Slot = "point_in_time", TakesOpen = true };

    private static readonly ChoiceField<Overwrite> IfExists = new("overwrite")
    {
        Decides = true,
        Usual = _ => Choices.IdOf(Overwrite.Alongside),
        Offers = (value, answers) => value is not Overwrite.Alongside || CanStandBeside(answers),
    };

    private static readonly NameField TargetLibrary = new("targetLibrary", NameChecks.Library)
    {
        Slot = "target_library",
        Usual = answers => answers.TryGet(Libraries, out var libraries) ? RestoreRules.Proposal(libraries) : null,
        // It is named after the library, so there is nothing to propose before that is known.
        AppliesWhen = answers => answers.Has(Libraries) && answers.Is(IfExists, Overwrite.Alongside),
    };

    private static readonly NamesField TargetDirectory = new("targetDirectory", NameChecks.Path)
    {
        Slot = "target_directory",
        HoldsBlanks = true,
        Most = 1,
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.Paths) && answers.Is(IfExists, Overwrite.Alongside),
    };

    private static readonly ChoiceField<Urgency> Urgency = new("urgency") { Usual = _ => Choices.IdOf(Restore.Urgency.Minor) };

    private static readonly TextField Impact = new("impact")
    {
        IsLong = true,
        Shortest = 10,
        Longest = 500,
        AppliesWhen = answers => answers.Is(Urgency, Restore.Urgency.Stopped) || answers.Is(Urgency, Restore.Urgency.Deadline),
    };

    private static readonly TextField Contact = new("contact")
    {
        Slot = "contact",
        Shortest = 5,
        Longest = 120,
        AppliesWhen = answers => answers.Is(Urgency, Restore.Urgency.Stopped) || answers.Is(Urgency, Restore.Urgency.Deadline),
    };

    private static readonly NamesField ObjectTypes = new("objectTypes", NameChecks.ObjectTypes)
    {
        Slot = "object_types",
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Scope, RestoreScope.Objects),
    };

    private static readonly SystemField TargetLpar = new("targetLpar") { Slot = "target_lpar", IsFolded = true, IsOptional = true };

    private static readonly ChoiceField<BackupSource> Source = new("source") { IsFolded = true, IsOptional = true };

    private static readonly MomentField ForwardTo = new("forwardTo", TimePurpose.RestorePoint)
    {
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = IsNative,
    };

    private static readonly YesNoField SaveFirst = new("saveFirst")
    {
        Usual = _ => YesNoField.Yes,
        AppliesWhen = answers => answers.Is(IfExists, Overwrite.Replace),
    };

    private static readonly ChoiceField<Quiesced> Stopped = new("stopped")
    {
        AppliesWhen = answers => answers.Is(IfExists, Overwrite.Replace),
    };

    private static readonly MomentField NeededBy = new("neededBy", TimePurpose.Window)
    {
        Slot = "needed_by",
        IsFolded = true,
        IsOptional = true,
    };

    private static readonly TextField Reference = new("reference")
    {
        Slot = "reference",
        IsFolded = true,
        IsOptional = true,
        Longest = 40,
    };

    private static readonly TextField Notes = new("notes") { IsFolded = true, IsOptional = true, IsLong = true, Longest = 2_000 };

    public override string Id => "restore";

    public override int Order => 1;

    public override string Prefix => "RST";

    public override string Task => "Backup and Restore";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Lpar, Scope, Libraries, Objects, Members, Paths, Profiles, AsOf, IfExists, TargetLibrary, TargetDirectory, SaveFirst, Stopped,
        Urgency, Impact, Contact, ObjectTypes, TargetLpar, Source, ForwardTo, NeededBy, Reference, Notes,
    ];

    public override IReadOnlyDictionary<string, string> FromSlots(IReadOnlyDictionary<string, string> slots) =>
        new Dictionary<string, string>(
            base.FromSlots(slots)
                .Concat(
                    RestoreRules.FromObject(
                        slots.GetValueOrDefault("object"), slots.GetValueOrDefault("library"), slots.GetValueOrDefault(Scope.Id)))
                .Concat(RestoreRules.FromScope(slots))
                .Concat(RestoreRules.FromTarget(slots)));

    public override IEnumerable<FieldProblem> Check(Answers answers, FieldContext context)
    {
        if (
            answers.TryGet(TargetLibrary, out var target)
            && answers.TryGet(Libraries, out var from)
            && RestoresInPlace(answers)
            && from.Contains(target))
            yield return new(TargetLibrary, Problem.Of("problem.same_library"));
        if (answers.TryGet(TargetLibrary, out var into) && RestoreRules.IsOfTheSystem(into))
            yield return new(TargetLibrary, Problem.Of("problem.system_target"));
        if (answers.TryGet(Members, out _) && answers.TryGet(Objects, out var files) && files.Count != 1)
            yield return new(Objects, Problem.Of("problem.one_file"));
        if (
            answers.TryGet(Libraries, out var libraries)
            && libraries.Any(name => name[0] == '*')
            && !answers.Is(Scope, RestoreScope.Library))
            yield return new(Libraries, Problem.Of("problem.special_needs_library"));
        if (
            answers.TryGet(ForwardTo, out var to)
            && answers.TryGet(AsOf, out var point)
            && to.First is { } end
            && point.First is { } start
            && end <= start)
            yield return new(ForwardTo, Problem.Of("problem.forward_before"));
        if (answers.Is(IfExists, Overwrite.Alongside) && !CanStandBeside(answers))
            yield return new(IfExists, Problem.Of("problem.not_alongside"));
    }

    public override IEnumerable<Problem> Warnings(Answers answers, FieldContext context)
    {
        if (answers.Is(Stopped, Quiesced.No))
            yield return Problem.Of("warning.running");
        if (!RestoresInPlace(answers))
            yield return Problem.Of("warning.other_lpar");
    }

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        var target = answers.Get(TargetLpar, answers.Get(Lpar));
        if (answers.Is(IfExists, Overwrite.Replace))
            yield return new Risk("replace")
            {
                ToType = What(answers).Split(", ")[0],
                Values = new Dictionary<string, string> { ["what"] = What(answers), ["lpar"] = target },
            };
        if (SuppliedTarget(answers) is { } supplied)
            yield return new Risk("supplied")
            {
                Values = new Dictionary<string, string> { ["library"] = supplied, ["lpar"] = target },
            };
        if (answers.Is(Scope, RestoreScope.WholeLpar))
            yield return new Risk("whole") { ToType = target, Values = new Dictionary<string, string> { ["lpar"] = target } };
        if (answers.TryGet(Libraries, out var libraries) && libraries.Any(name => name[0] == '*'))
            yield return new Risk("many")
            {
                Values = new Dictionary<string, string> { ["what"] = string.Join(", ", libraries), ["lpar"] = target },
            };
        if (answers.TryGet(Profiles, out var profiles))
            yield return new Risk("profiles") { Values = new Dictionary<string, string> { ["what"] = string.Join(", ", profiles) } };
        if (context.Systems.IsProduction(target) is true)
            yield return new Risk("production") { Values = new Dictionary<string, string> { ["lpar"] = target } };
    }

    public override ApprovalNeed? Approval(Answers answers, Inventory systems) =>
        answers.Is(Scope, RestoreScope.WholeLpar) || answers.Is(IfExists, Overwrite.Replace) ? new ApprovalNeed(ApproverRole) : null;

    public override IEnumerable<string> AffectedObjects(Answers answers) => answers.TryGet(Lpar, out var lpar)
        ? [.. answers.Get(Libraries, []).Select(library => $"{lpar}/{library}"), .. answers.Get(Paths, []).Select(path => $"{lpar}{path}")]
        : [];

    public override Severity SeverityOf(Answers answers, FieldContext context)
    {
        var severity = answers.Get(Urgency) switch
        {
            Restore.Urgency.Stopped => Severity.Critical,
            Restore.Urgency.Deadline => Severity.High,
            Restore.Urgency.Minor => Severity.Medium,
            _ => Severity.Low,
        };
        // A whole system is never a small subject.
        return answers.Is(Scope, RestoreScope.WholeLpar) && severity > Severity.High ? Severity.High : severity;
    }

    public override string Subject(Answers answers) => $"RESTORE {answers.Get(Lpar)} {What(answers)}{Into(answers)}";

    private static string Into(Answers answers) =>
        answers.TryGet(TargetLibrary, out var library) ? $" -> {library}"
        : answers.TryGet(TargetDirectory, out var directory) ? $" -> {directory[0]}"
        : answers.TryGet(TargetLpar, out var lpar) ? $" -> {lpar}" : "";

    private static string What(Answers answers) =>
        RestoreRules.What(
            answers.Get(Scope),
            answers.Get(Libraries, []),
            answers.Get(Objects, []),
            answers.Get(Members, []),
            answers.Get(Paths, []),
            answers.Get(Profiles, []));

    // A library of IBM that the restore would write into: the one named as the target, or the one that is replaced.
    private static string? SuppliedTarget(Answers answers) =>
        answers.TryGet(TargetLibrary, out var target) ? (RestoreRules.IsSupplied(target) ? target : null)
        : answers.Is(IfExists, Overwrite.Alongside) ? null
        : answers.Get(Libraries, []).FirstOrDefault(RestoreRules.IsSupplied);

    private static bool IsNative(Answers answers) =>
        answers.TryGet(Scope, out var scope) && scope is RestoreScope.Library or RestoreScope.Objects or RestoreScope.Members;

    // Under another name there can only be what has one, and one library at a time (IBM i documentation, RSTLIB, parameter RSTLIB).
    private static bool CanStandBeside(Answers answers) =>
        answers.Is(Scope, RestoreScope.Paths)
        || (IsNative(answers) && (!answers.TryGet(Libraries, out var libraries) || RestoreRules.IsOne(libraries)));

    /// <summary>It is restored on the LPAR it was saved on.</summary>
    private static bool RestoresInPlace(Answers answers) => !answers.TryGet(TargetLpar, out var target) || answers.Is(Lpar, target);
}
