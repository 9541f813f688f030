using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Retention;

/// <summary>
/// Deletes DR events that ended, with what every channel has got of them. Never one that is open, or that is still on its way to a
/// channel.
/// </summary>
public sealed class EventSweep(BotDb db)
{
    /// <summary>
    /// Goes on with the oldest event that ended before this time: first its deliveries, some at a time, then the event itself.
    /// </summary>
    /// <returns>How many rows went; 0 when nothing is left to go.</returns>
    public async Task<int> EndedAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var oldest = await db.RecoveryEvents.AsNoTracking()
            .Where(row => !row.IsOpen && row.ChangedAt < before && (row.AnnouncedAt == null || row.FannedVersion >= row.Version)
                && !db.Deliveries.Any(delivery => delivery.EventId == row.Id && delivery.ClaimedBy != null)
                && !db.OutboxMessages.Any(message => message.SubjectId == row.Id && !message.IsDeadLetter))
            .OrderBy(row => row.ChangedAt).Select(row => new { row.Id, row.Number, row.Version }).FirstOrDefaultAsync(cancel);
        if (oldest is null)
            return 0;

        var channels = await db
            .Deliveries.Where(row => row.EventId == oldest.Id)
            .Select(row => row.ChannelId)
            .Take(most)
            .ToListAsync(cancel);
        return channels.Count > 0
            ? await db
                .Deliveries.Where(row => row.EventId == oldest.Id && row.ClaimedBy == null && channels.Contains(row.ChannelId))
                .ExecuteDeleteAsync(cancel)
            : await DeleteAsync(oldest.Id, oldest.Number, oldest.Version, now, cancel);
    }

    // Whoever adds a last word to it makes another version, and it stays for as long again.
    private async Task<int> DeleteAsync(Guid id, int number, int version, DateTimeOffset now, CancellationToken cancel)
    {
        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        var gone = await db.RecoveryEvents.Where(row => row.Id == id && row.Version == version).ExecuteDeleteAsync(cancel);
        if (gone == 1)
        {
            await db.CardPlaces.Where(place => place.SubjectId == id).ExecuteDeleteAsync(cancel);
            await db.OutboxMessages.Where(message => message.SubjectId == id).ExecuteDeleteAsync(cancel);
            db.Audit(new(AuditSubjects.Retention, "DR events", "deleted", now)
            {
                Detail = RecoveryKey.Of(number),
                Erases = AuditErasure.OfSubjects(AuditSubjects.Event, [RecoveryKey.Of(number)]),
            });
            db.SpentNames.Add(new() { Name = RecoveryKey.Of(number), Number = number });
            await db.SaveChangesAsync(cancel);
        }

        await commit.CommitAsync(cancel);
        return gone;
    }
}
