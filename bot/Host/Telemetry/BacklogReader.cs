using System.Text.Json;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Reads what waits in the database, at most every few seconds however many ask.</summary>
public sealed class BacklogReader(IDbContextFactory<BotDb> databases, TimeProvider time, IOptions<TelemetryOptions> options) : IDisposable
{
    private const int MostEvents = 500;

    private readonly SemaphoreSlim _one = new(1);
    private (Backlog Backlog, long Read)? _last;

    /// <summary>As it was read last, for those who cannot wait; null where that is too long ago to be true.</summary>
    public Backlog? Last => _last is { } last && time.GetElapsedTime(last.Read) < options.Value.LookEvery * 4 ? last.Backlog : null;

    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<Backlog> ReadAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            // Somewhat less, or a timer that is early would read every other time only.
            if (_last is { } last && time.GetElapsedTime(last.Read) < options.Value.LookEvery * 0.8)
                return last.Backlog;

            var backlog = await LookAsync(cancel);
            _last = (backlog, time.GetTimestamp());
            return backlog;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Backlog> LookAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var (events, overdue) = await EventsAsync(db, now, cancel);
        return new(
            now,
            await new OutboxStore(db).BacklogAsync(now, cancel),
            await new DeliveryStore(db).BacklogAsync(cancel),
            await new RequestStore(db).AwaitingAsync(cancel),
            events,
            overdue,
            (await new AuditReader(db).HeadAsync(cancel))?.Sequence ?? 0);
    }

    // A newer version of the bot may have stored what this one cannot read: then it is that one's to tell.
    private static async Task<(OpenEvents Events, int Overdue)> EventsAsync(BotDb db, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var open = await new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, MostEvents, cancel);
            var drills = open.Count(drEvent => drEvent.IsDrill);
            return (new(open.Count - drills, drills), open.Count(drEvent => drEvent.IsOverdue || drEvent.NextUpdate < now));
        }
        catch (JsonException)
        {
            return (new(0, 0), 0);
        }
    }
}
