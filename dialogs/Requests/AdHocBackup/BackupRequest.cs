using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests.AdHocBackup;

/// <summary>
/// Save something now, beside the daily backup. What is asked are the parameters an operator needs for SAVLIB, SAVOBJ, SAV or the
/// options of GO SAVE (IBM i documentation, "Backing up your system").
/// </summary>
internal sealed class BackupRequest : RequestType
{
    private static readonly SystemsField Lpars = new("lpars") { Slot = "lpar" };

    private static readonly ChoiceField<BackupScope> Scope = new("scope")
    {
        Decides = true,
        Usual = answers => answers.IsLeftOpen(Scope!) ? null : Choices.IdOf(BackupScope.Libraries),
    };

    private static readonly NamesField Libraries = new("libraries", NameChecks.Libraries)
    {
        AppliesWhen = answers => answers.Is(Scope, BackupScope.Libraries) || answers.Is(Scope, BackupScope.Objects),
    };

    private static readonly NamesField Objects = new("objects", NameChecks.Objects)
    {
        AppliesWhen = answers => answers.Is(Scope, BackupScope.Objects),
    };

    private static readonly NamesField Paths = new("paths", NameChecks.Path)
    {
        HoldsBlanks = true,
        AppliesWhen = answers => answers.Is(Scope, BackupScope.Paths),
    };

    private static readonly ChoiceField<BackupReason> Reason = new("reason") { Decides = true };

    private static readonly TextField OtherReason = new("otherReason")
    {
        Shortest = 5,
        Longest = 120,
        AppliesWhen = answers => answers.Is(Reason, BackupReason.Other),
    };

    private static readonly TextField Change = new("change")
    {
        Slot = "reference",
        Longest = 40,
        AppliesWhen = answers => answers.Is(Reason, BackupReason.BeforeChange),
    };

    private static readonly MomentField Start = new("start", TimePurpose.Window)
    {
        Slot = "when",
        TakesOpen = true,
        Usual = _ => MomentField.Write(Moment.Open),
    };

    private static readonly ChoiceField<Activity> Mode = new("mode")
    {
        Decides = true,
        Usual = answers => Choices.IdOf(NeedsRestricted(answers) ? Activity.RestrictedState : Activity.Normal),
        Offers = CanBeSavedIn,
    };

    private static readonly PersonField OutageApprover = new("outageApprover") { AppliesWhen = IsRestricted };

    private static readonly ChoiceField<Retention> Retention = new("retention")
    {
        Decides = true,
        Usual = answers =>
            Choices.IdOf(answers.Is(Reason, BackupReason.LegalHold) ? AdHocBackup.Retention.Permanent : AdHocBackup.Retention.Standard),
    };

    private static readonly MomentField KeepUntil = new("keepUntil", TimePurpose.Window)
    {
        AppliesWhen = answers => answers.Is(Retention, AdHocBackup.Retention.UntilDate),
    };

    private static readonly MomentField FinishBy = new("finishBy", TimePurpose.Window)
    {
        Slot = "finish_by",
        IsFolded = true,
        IsOptional = true,
    };

    private static readonly ChoiceField<Checkpoint> Checkpoint = new("checkpoint")
    {
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Mode, Activity.SaveWhileActive) && !answers.Is(Scope, BackupScope.Paths),
    };

    private static readonly TextField Quiesce = new("quiesce")
    {
        IsFolded = true,
        IsOptional = true,
        IsLong = true,
        Longest = 1_000,
        AppliesWhen = answers => !answers.Is(Mode, Activity.Normal),
    };

    private static readonly NamesField ObjectTypes = new("objectTypes", NameChecks.ObjectTypes)
    {
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Scope, BackupScope.Objects),
    };

    private static readonly ChoiceField<Destination> Destination = new("destination")
    {
        IsFolded = true,
        IsOptional = true,
        Decides = true,
    };

    private static readonly NameField SaveFile = new("saveFile", NameChecks.SaveFile)
    {
        IsFolded = true,
        IsOptional = true,
        AppliesWhen = answers => answers.Is(Destination, AdHocBackup.Destination.SaveFile),
    };

    private static readonly ChoiceField<Encryption> Encryption = new("encryption") { IsFolded = true, IsOptional = true };

    private static readonly ChoiceField<Feedback> Feedback = new("feedback") { IsFolded = true, IsOptional = true };

    private static readonly TextField Contact = new("contact")
    {
        Slot = "contact",
        IsFolded = true,
        IsOptional = true,
        Shortest = 5,
        Longest = 120,
    };

    private static readonly TextField Reference = new("reference")
    {
        Slot = "reference",
        IsFolded = true,
        IsOptional = true,
        Longest = 40,
        AppliesWhen = answers => !answers.Is(Reason, BackupReason.BeforeChange),
    };

    private static readonly TextField Notes = new("notes") { IsFolded = true, IsOptional = true, IsLong = true, Longest = 2_000 };

    public override string Id => "backup";

    public override int Order => 2;

    public override string Prefix => "BKP";

    public override string Task => "Backup and Restore";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Lpars, Scope, Libraries, Objects, Paths, Reason, OtherReason, Change, Start, Mode, OutageApprover, Retention, KeepUntil,
        FinishBy, Checkpoint, Quiesce, ObjectTypes, Destination, SaveFile, Encryption, Feedback, Contact, Reference, Notes,
    ];

    public override IReadOnlyDictionary<string, string> FromSlots(IReadOnlyDictionary<string, string> slots) =>
        new Dictionary<string, string>(
            base.FromSlots(slots)
                .Concat(BackupRules.FromObject(slots.GetValueOrDefault("object"), slots.GetValueOrDefault("library")))
                .Concat(BackupRules.FromScope(slots)));

    public override IEnumerable<FieldProblem> Check(Answers answers, FieldContext context) =>
        [.. CheckNames(answers), .. CheckMode(answers), .. CheckTimes(answers, context.Now)];

    public override IEnumerable<Problem> Warnings(Answers answers, FieldContext context)
    {
        if (TakesAllUserData(answers) && !IsRestricted(answers))
            yield return Problem.Of("warning.locks");
        if (
            answers.Is(Destination, AdHocBackup.Destination.SaveFile)
            && answers.TryGet(Libraries, out var libraries)
            && BackupRules.AreSeveral(libraries))
            yield return Problem.Of("warning.save_files");
        if (IsRestricted(answers) && answers.Get(Start).IsOpen && Production(answers, context.Systems).Count > 0)
            yield return Problem.Of("warning.no_window");
        if (SeverityOf(answers, context) <= Severity.High && !answers.Has(Contact))
            yield return Problem.Of("warning.no_contact");
    }

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        if (!IsRestricted(answers))
            yield break;

        var busy = answers
            .Get(Lpars)
            .Where(lpar =>
                BackupTimes.IsInBusinessHours(answers.Get(Start), context.Now, context.Systems.Find(lpar)?.Zone ?? context.Zone));
        if (Listed(busy) is { Length: > 0 } inHours)
            yield return new Risk("hours") { Values = new Dictionary<string, string> { ["lpar"] = inHours } };
        if (Listed(Production(answers, context.Systems)) is { Length: > 0 } production)
            yield return new Risk("restricted") { ToType = production, Values = new Dictionary<string, string> { ["lpar"] = production } };
    }

    public override ApprovalNeed? Approval(Answers answers, Inventory systems) =>
        (IsRestricted(answers) && Production(answers, systems).Count > 0) || answers.Is(Retention, AdHocBackup.Retention.Permanent)
            ? new ApprovalNeed(ApproverRole)
            : null;

    public override IEnumerable<string> AffectedObjects(Answers answers) =>
        from lpar in answers.Get(Lpars, [])
        from touched in answers.TryGet(Libraries, out var libraries) ? libraries.Select(library => $"{lpar}/{library}")
            : answers.TryGet(Paths, out var paths) ? paths.Select(path => lpar + path)
            : answers.Has(Scope) ? [$"{lpar} {What(answers)}"]
            : [lpar]
        select touched;

    public override Severity SeverityOf(Answers answers, FieldContext context)
    {
        var first = BackupTimes.First(answers.Get(Start), context.Now);
        if (answers.Get(Reason) is BackupReason.BeforeChange or BackupReason.BeforeUpgrade && first - context.Now <= BackupTimes.Imminent)
            return Severity.High;

        return first.InZone(context.Zone).Date == context.Now.InZone(context.Zone).Date ? Severity.Medium : Severity.Low;
    }

    public override string Subject(Answers answers) =>
        $"BACKUP {Listed(answers.Get(Lpars))} {What(answers)}{BackupRules.For(answers.Get(Reason), answers.Get(Change, ""))} {BackupRules.When(answers.Get(Start))}";

    private static IEnumerable<FieldProblem> CheckNames(Answers answers)
    {
        if (!answers.TryGet(Libraries, out var libraries))
            yield break;
        if (libraries.FirstOrDefault(BackupRules.IsUnknownSpecial) is { } unknown)
            yield return new(Libraries, Problem.Of("problem.special", ("name", unknown)));
        if (libraries.Any(BackupRules.IsSpecial) && !answers.Is(Scope, BackupScope.Libraries))
            yield return new(Libraries, Problem.Of("problem.special_needs_libraries"));
        if (libraries.FirstOrDefault(BackupRules.IsNeverSaved) is { } never && answers.Is(Scope, BackupScope.Libraries))
            yield return new(Libraries, Problem.Of("problem.never_saved", ("name", never)));
    }

    private static IEnumerable<FieldProblem> CheckMode(Answers answers) =>
        answers.TryGet(Mode, out var mode) && !CanBeSavedIn(mode, answers)
            ? [new(Mode, Problem.Of(NeedsRestricted(answers) ? "problem.restricted_only" : "problem.not_active"))]
            : [];

    private static IEnumerable<FieldProblem> CheckTimes(Answers answers, Instant now)
    {
        if (!answers.TryGet(Start, out var start))
            yield break;
        if (answers.TryGet(FinishBy, out var finish) && BackupTimes.IsTooEarly(finish, start, now))
            yield return new(FinishBy, Problem.Of("problem.finish_before_start"));
        if (answers.TryGet(KeepUntil, out var keep) && BackupTimes.IsTooEarly(keep, start, now))
            yield return new(KeepUntil, Problem.Of("problem.keep_before_start"));
    }

    /// <summary>
    /// Nothing else may run: the entire system, the operating system, all libraries but it (IBM i documentation, "GO SAVE" and SAVLIB).
    /// </summary>
    private static bool NeedsRestricted(Answers answers) =>
        answers.Is(Scope, BackupScope.Entire) || answers.Is(Scope, BackupScope.System) || answers.Get(Libraries, []).Contains("*NONSYS");

    private static bool CanBeSavedIn(Activity mode, Answers answers) =>
        mode switch
        {
            Activity.RestrictedState => true,
            Activity.SaveWhileActive => !NeedsRestricted(answers)
                && !answers.Is(Scope, BackupScope.SecurityData)
                && !answers.Is(Scope, BackupScope.Configuration),
            _ => !NeedsRestricted(answers),
        };

    private static bool IsRestricted(Answers answers) => answers.Is(Mode, Activity.RestrictedState);

    private static bool TakesAllUserData(Answers answers) =>
        answers.Is(Scope, BackupScope.AllUser) || answers.Get(Libraries, []).Contains("*ALLUSR");

    /// <summary>Those that are production, or may be: a system that nobody listed.</summary>
    private static IReadOnlyList<string> Production(Answers answers, Inventory systems) =>
        [.. answers.Get(Lpars, []).Where(lpar => systems.IsProduction(lpar) is not false)];

    private static string What(Answers answers) =>
        BackupRules.What(answers.Get(Scope), answers.Get(Libraries, []), answers.Get(Objects, []), answers.Get(Paths, []));

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
