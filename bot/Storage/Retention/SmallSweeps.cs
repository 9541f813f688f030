using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Retention;

/// <summary>Deletes what stands by itself, some rows at a time. Each method gives how many went; 0 when nothing is left to go.</summary>
public sealed class SmallSweeps(BotDb db)
{
    private static readonly RequestState[] Drafts = [RequestState.Filling, RequestState.Reviewing];

    /// <summary>Marks of activities that were answered before this time.</summary>
    public async Task<int> ActivitiesAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var keys = await db
            .SeenActivities.Where(row => row.At < before)
            .OrderBy(row => row.At)
            .Take(most)
            .Select(row => row.Key)
            .ToListAsync(cancel);
        return keys.Count == 0
            ? 0
            : await db.SeenActivities.Where(row => keys.Contains(row.Key) && row.At < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Reports of other programs that came before this time.</summary>
    public async Task<int> ReportsAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = await db
            .ReportedEvents.Where(row => row.At < before)
            .OrderBy(row => row.At)
            .Take(most)
            .Select(row => (DateTimeOffset?)row.At)
            .MaxAsync(cancel);
        return last is null ? 0 : await db.ReportedEvents.Where(row => row.At <= last && row.At < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Leave to look at the page of events that is over by now.</summary>
    public async Task<int> ViewersAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        var hashes = await db
            .Viewers.Where(row => row.Until < now)
            .OrderBy(row => row.Until)
            .Take(most)
            .Select(row => row.Hash)
            .ToListAsync(cancel);
        return hashes.Count == 0 ? 0 : await db.Viewers.Where(row => hashes.Contains(row.Hash)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What is in files that came before this time and of which no draft and no open request has need any more.</summary>
    public async Task<int> FilesAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var ids = await db.RequestFiles
            .Where(row => row.At < before && !db.Requests.Any(request =>
                request.Id == row.RequestId && (request.IsOpen || Drafts.Contains(request.State))))
            .OrderBy(row => row.At)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.RequestFiles.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Messages that were given up, and were last due before this time; not those of a subject that is open.</summary>
    public async Task<int> DeadLettersAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var ids = await db.OutboxMessages
            .Where(row => row.IsDeadLetter && row.Due < before
                && !db.Requests.Any(request => request.Id == row.SubjectId && (request.IsOpen || Drafts.Contains(request.State)))
                && !db.RecoveryEvents.Any(drEvent => drEvent.Id == row.SubjectId && drEvent.IsOpen))
            .OrderBy(row => row.Due)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return ids.Count == 0
            ? 0
            : await db.OutboxMessages.Where(row => ids.Contains(row.Id) && row.IsDeadLetter).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Places that the bot was removed from before this time.</summary>
    public async Task<int> PlacesAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var ids = await db
            .Conversations.Where(row => row.RemovedAt < before)
            .OrderBy(row => row.Id)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return ids.Count == 0
            ? 0
            : await db.Conversations.Where(row => ids.Contains(row.Id) && row.RemovedAt < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Channels that were deleted in Teams before this time, with what they followed; not those that settings list.</summary>
    public async Task<int> ChannelsAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var ids = await db
            .Channels.Where(row =>
                row.Status == ChannelStatus.Gone
                && row.ChangedAt < before
                && !db.Subscriptions.Any(it => it.ChannelId == row.Id && it.IsFromSettings))
            .OrderBy(row => row.Id)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        if (ids.Count == 0)
            return 0;

        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        var gone = await db.Channels.Where(row => ids.Contains(row.Id) && row.Status == ChannelStatus.Gone).ExecuteDeleteAsync(cancel);
        await db
            .Subscriptions.Where(row => ids.Contains(row.ChannelId) && !db.Channels.Any(channel => channel.Id == row.ChannelId))
            .ExecuteDeleteAsync(cancel);
        await commit.CommitAsync(cancel);
        return gone;
    }

    /// <summary>
    /// Where cards stood of requests and events that are gone. Their turns note them a moment after the change, hence the time.
    /// </summary>
    public async Task<int> OrphanedCardsAsync(DateTimeOffset before, int most, CancellationToken cancel)
    {
        var ids = await db
            .CardPlaces.Where(row =>
                row.At < before && !db.Requests.Any(it => it.Id == row.SubjectId) && !db.RecoveryEvents.Any(it => it.Id == row.SubjectId))
            .Select(row => row.SubjectId)
            .Distinct()
            .Take(most)
            .ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.CardPlaces.Where(row => ids.Contains(row.SubjectId)).ExecuteDeleteAsync(cancel);
    }
}
