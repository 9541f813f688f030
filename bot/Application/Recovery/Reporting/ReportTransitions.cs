using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>Finds the event that a report is about, and moves it by the rules that hold for everybody. Keeps nothing itself.</summary>
internal sealed class ReportTransitions(EventTransitions moves, Inventory systems, DefaultTimeZone defaultZone)
{
    /// <summary>More open events than a tenant has systems that fail at once.</summary>
    private const int Most = 500;

    public async Task<ReportMove> MakeAsync(
        Report report, Reporter reporter, RecoveryStore store, DateTimeOffset at, CancellationToken cancel)
    {
        var open = report is Report.Declare || report.Target.System is not null ? await store.OpenAsync(reporter.Tenant, Most, cancel) : [];
        if (report is Report.Declare declare)
            return reporter.Roles.Contains(RecoveryRole.Coordinator)
                ? Judged(
                    null,
                    moves.Declare(
                        Declaration(declare, reporter) with
                        {
                            Tenant = await TenantAsync(reporter, open, store, cancel),
                        },
                        open,
                        await store.NextNumberAsync(cancel),
                        at),
                    open)
                : new(new ReportOutcome.NotYours([RecoveryRole.Coordinator]));

        IReadOnlyList<RecoveryEvent> meant = report.Target.Number is { } number
            ? await store.FindByNumbersAsync(reporter.Tenant, [number], cancel)
            : [.. open.Where(it => it.Names.Contains(report.Target.System, StringComparer.OrdinalIgnoreCase))];
        return meant switch
        {
            [] => new(new ReportOutcome.UnknownEvent(report.Target)),
            [var drEvent] => Moved(report, reporter, drEvent, at),
            _ => new(new ReportOutcome.Ambiguous(meant)),
        };
    }

    private ReportMove Moved(Report report, Reporter reporter, RecoveryEvent drEvent, DateTimeOffset at)
    {
        var by = reporter.As(report.Behind);
        if (report is Report.Correct { Line: { } beyond } && beyond > drEvent.Timeline.Count)
            return new(
                new ReportOutcome.Malformed([new("data.line", $"must be at most {drEvent.Timeline.Count}, the last line of {drEvent.Key}")]));

        return Judged(
            drEvent,
            report switch
            {
                Report.Step step => moves.Step(drEvent, step.To, by, step.Text, at, reporter.Roles),
                Report.Update update => moves.Say(drEvent, update.Text, by, at, reporter.Roles),
                Report.Correct correct => moves.Correct(
                    drEvent, (correct.Line ?? drEvent.Timeline.Count) - 1, correct.Text, by, at, reporter.Roles),
                _ => throw new InvalidOperationException($"Nothing is done for {report.GetType().Name}."),
            },
            [drEvent]);
    }

    private static ReportMove Judged(RecoveryEvent? drEvent, RecoveryChange change, IReadOnlyList<RecoveryEvent> before) =>
        change switch
        {
            RecoveryChange.Done done => new(done, before),
            RecoveryChange.Impossible impossible => new(new ReportOutcome.Impossible(drEvent!, impossible.Possible)),
            RecoveryChange.NotYours not => new(new ReportOutcome.NotYours(not.By)),
            RecoveryChange.RealIsOpen real => new(new ReportOutcome.RealIsOpen(real.Event)),
            _ => new(new ReportOutcome.NotYours([RecoveryRole.Authority])),
        };

    private static async Task<string?> TenantAsync(
        Reporter reporter, IReadOnlyList<RecoveryEvent> open, RecoveryStore store, CancellationToken cancel) =>
        reporter.Tenant != RecoveryStore.AnyTenant ? reporter.Tenant
        : open is [var known, ..] ? known.Tenant
        : await store.LocalTenantAsync(cancel);

    private Declaration Declaration(Report.Declare declare, Reporter reporter) => new()
    {
        Kind = declare.Kind,
        Systems = [.. declare.Systems.Select(AsListed)],
        By = reporter.As(declare.Behind),
        IsVouchedFor = true,
        Reason = declare.Reason,
        Language = declare.Language ?? WordsCatalog.Fallback,
        Zone = defaultZone.Zone.Id,
    };

    // A system that is not listed is announced too: the real thing does not wait for the list.
    private RecoveryPair AsListed(RecoveryPair pair) =>
        systems.Find(pair.Primary) is { } known ? new(known.Name, pair.DrSide ?? known.DrPartner) : pair;
}

/// <summary>What is to be saved for a report, or why nothing is.</summary>
/// <param name="Before">The events it may have changed, as they stood.</param>
internal sealed record ReportMove(RecoveryChange.Done? Done, IReadOnlyList<RecoveryEvent> Before)
{
    public ReportMove(ReportOutcome refusal)
        : this(null, []) => Refusal = refusal;

    /// <summary>Null where something is to be saved.</summary>
    public ReportOutcome? Refusal { get; }
}
