using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// Does what is reported, once: the event, what is to be done outside because of it, and the answer are one commit. The same report
/// again, also at the same time or to another instance, gets that answer; another report of the same id is refused. What was refused is
/// not saved: it changed nothing, and may be right later.
/// </summary>
internal sealed class ReportProcessor(
    IDbContextFactory<BotDb> databases,
    ReportTransitions moves,
    RecoveryPolicy policy,
    Signal outbox,
    AnnouncementSignals announcing,
    TimeProvider time) : IDisposable
{
    private const int Races = 4;

    // Reports to this instance wait for each other rather than race; those to others are left to race.
    private readonly SemaphoreSlim _one = new(1);

    public async Task<ReportOutcome> TakeAsync(Report report, Reporter reporter, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            for (var attempt = 0; attempt < Races; attempt++)
                if (await TryAsync(report, reporter, cancel) is { } outcome)
                    return outcome;

            return new ReportOutcome.Busy();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <returns>Null when somebody else was first: nothing was saved.</returns>
    private async Task<ReportOutcome?> TryAsync(Report report, Reporter reporter, CancellationToken cancel)
    {
        // One tenant's programs never meet the answers of another's. A source (URI reference, RFC 3986) holds no blank.
        var source = reporter.Tenant is null ? report.Source : $"{reporter.Tenant} {report.Source}";
        var at = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.ReportedEvents.AsNoTracking().FirstOrDefaultAsync(it => it.Source == source && it.Id == report.Id, cancel) is { } kept)
            return KeptReport.Read(kept.Answer, report, reporter) is { } same ? new ReportOutcome.Done(same) : new ReportOutcome.IdTaken();

        var move = await moves.MakeAsync(report, reporter, new RecoveryStore(db), at, cancel);
        if (move.Refusal is { } refusal)
            return refusal;

        var (done, before) = (move.Done!, move.Before);

        foreach (var changed in done.GaveWay.Append(done.Event))
            await PutAsync(db, before.FirstOrDefault(it => it.Id == changed.Id), changed, reporter.As(report.Behind), at, cancel);
        var receipt = ReportReceipt.Of(report, done);
        db.ReportedEvents.Add(new() { Source = source, Id = report.Id, Answer = KeptReport.Write(report, reporter, receipt), At = at });
        db.Audit(new(AuditSubjects.Reporter, reporter.Name, "reported", at)
        {
            By = reporter.As(report.Behind),
            Detail = $"{report.Source} {report.Id} {receipt.Event} version {receipt.Version}",
        });
        if (!await db.TrySaveChangesAsync(cancel))
            return null;

        outbox.Set();
        announcing.Events.Set();
        return new ReportOutcome.Done(receipt);
    }

    private async Task PutAsync(
        BotDb db, RecoveryEvent? before, RecoveryEvent changed, Person by, DateTimeOffset at, CancellationToken cancel)
    {
        await new RecoveryStore(db).PutAsync(changed, null, by, at, cancel);
        var messages = new OutboxStore(db);
        foreach (var message in RecoveryMessages.After(before, changed, policy))
            messages.Add(message, at);
    }
}
