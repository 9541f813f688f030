using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Http;

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
                    report,
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
                : new(ReportAnswer.NotYours(report, [RecoveryRole.Coordinator]));

        IReadOnlyList<RecoveryEvent> meant = report.Target.Number is { } number
            ? await store.FindByNumbersAsync(reporter.Tenant, [number], cancel)
            : [.. open.Where(it => it.Names.Contains(report.Target.System, StringComparer.OrdinalIgnoreCase))];
        return meant switch
        {
            [] => new(ReportAnswer.Fault(report, StatusCodes.Status404NotFound, Unknown(report.Target))),
            [var drEvent] => Moved(report, reporter, drEvent, at),
            _ => new(
                ReportAnswer.Fault(
                    report,
                    StatusCodes.Status409Conflict,
                    $"Several events are open for it: {string.Join(", ", meant.Select(it => it.Key))}. Say which one with data.event.")),
        };
    }

    private ReportMove Moved(Report report, Reporter reporter, RecoveryEvent drEvent, DateTimeOffset at)
    {
        var by = reporter.As(report.Behind);
        if (report is Report.Correct { Line: { } beyond } && beyond > drEvent.Timeline.Count)
            return new(
                ReportAnswer.Malformed([new("data.line", $"must be at most {drEvent.Timeline.Count}, the last line of {drEvent.Key}")]));

        return Judged(
            report,
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

    private static ReportMove Judged(Report report, RecoveryEvent? drEvent, RecoveryChange change, IReadOnlyList<RecoveryEvent> before) =>
        change switch
        {
            RecoveryChange.Done done => new(ReportAnswer.Done(report, done), done, before),
            RecoveryChange.Impossible impossible => new(ReportAnswer.Impossible(report, drEvent!, impossible.Possible)),
            RecoveryChange.NotYours not => new(ReportAnswer.NotYours(report, not.By)),
            RecoveryChange.RealIsOpen real => new(
                ReportAnswer.Fault(
                    report,
                    StatusCodes.Status409Conflict,
                    $"{real.Event.Key} is on for one of these systems, and it is real: no drill begins there.")),
            _ => new(ReportAnswer.NotYours(report, [RecoveryRole.Authority])),
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
        Reason = declare.Reason,
        Language = declare.Language ?? WordsCatalog.Fallback,
        Zone = defaultZone.Zone.Id,
    };

    // A system that is not listed is announced too: the real thing does not wait for the list.
    private RecoveryPair AsListed(RecoveryPair pair) =>
        systems.Find(pair.Primary) is { } known ? new(known.Name, pair.DrSide ?? known.DrPartner) : pair;

    private static string Unknown(ReportTarget target) => target.System is null
        ? $"There is no DR event DR-{target.Number}."
        : $"No DR event is open for {target.System}.";
}

/// <summary>What came of a report.</summary>
/// <param name="Done">What is to be kept; null where nothing is.</param>
/// <param name="Before">The events it may have changed, as they stood.</param>
internal sealed record ReportMove(ReportAnswer Answer, RecoveryChange.Done? Done = null, IReadOnlyList<RecoveryEvent>? Before = null);
