using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>The deliveries as work: who takes which, and what became of it.</summary>
public sealed class DeliveryStore(BotDb db)
{
    /// <summary>
    /// Takes deliveries that are due, real events before drills, the oldest first; of one channel none while another of it is taken.
    /// What is to be done with each is written down by the same statement, before anybody does it.
    /// </summary>
    /// <param name="claimer">Unlike the name of any other claimer there ever was.</param>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(string claimer, DateTimeOffset now, int most, CancellationToken cancel)
    {
        // COALESCE: else SQLite would look through everything that is free for the few that were chosen.
        const string Statement = """
            UPDATE "Delivery" SET
              "ClaimedBy" = {0},
              "Doing" = CASE
                WHEN "ActivityId" IS NULL THEN 'Post'
                WHEN "ShownVersion" < (SELECT e."Version" FROM "RecoveryEvent" e WHERE e."Id" = "Delivery"."EventId") THEN 'Update'
                ELSE 'Reply' END
            WHERE COALESCE("ClaimedBy", '') = '' AND ("EventId", "ChannelId") IN (
              SELECT d."EventId", d."ChannelId" FROM "Delivery" d
              WHERE d."ClaimedBy" IS NULL AND d."Rank" < {3} AND d."Due" <= {1}
                AND NOT EXISTS (SELECT 1 FROM "Delivery" o WHERE o."ChannelId" = d."ChannelId" AND o."ClaimedBy" IS NOT NULL)
              ORDER BY d."Rank", d."Due" LIMIT {2})
            RETURNING *
            """;
        return await db
            .Deliveries.FromSqlRaw(Statement, claimer, db.Instant(now), most, DeliveryRanks.Idle)
            .AsNoTracking()
            .ToListAsync(cancel);
    }

    /// <summary>Taken by somebody who is no more: whether what was begun was done, nobody knows.</summary>
    public async Task<IReadOnlyList<Delivery>> AbandonedAsync(string claimer, int most, CancellationToken cancel) =>
        await db.Deliveries.AsNoTracking().Where(row => row.ClaimedBy != null && row.ClaimedBy != claimer).Take(most).ToListAsync(cancel);

    /// <summary>Taken by this claimer.</summary>
    public async Task<IReadOnlyList<Delivery>> ClaimedAsync(string claimer, CancellationToken cancel) =>
        await db.Deliveries.AsNoTracking().Where(row => row.ClaimedBy == claimer).ToListAsync(cancel);

    /// <summary>
    /// Keeps what became of taken deliveries, all in one commit, and gives them free. An event that has changed meanwhile is due again.
    /// </summary>
    /// <param name="claimer">Who has taken them; a delivery that somebody else has by now stays as it is.</param>
    /// <returns>How many were saved.</returns>
    public async Task<int> EndAsync(IReadOnlyCollection<DeliveryResult> ends, string claimer, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ends);
        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        var kept = 0;
        foreach (var end in ends)
            kept += await EndAsync(end, claimer, now, cancel);
        await commit.CommitAsync(cancel);
        return kept;
    }

    /// <summary>When something is due next; it may lie in the past. Null when nothing is left to be done.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        Earlier(await NextDueAsync(DeliveryRanks.Real, cancel), await NextDueAsync(DeliveryRanks.Drill, cancel));

    /// <summary>What waits, of real events and of drills. It costs as much as waits, not as much as was ever delivered.</summary>
    public async Task<IReadOnlyList<DeliveryBacklog>> BacklogAsync(CancellationToken cancel) =>
        [await BacklogAsync(DeliveryRanks.Real, cancel), await BacklogAsync(DeliveryRanks.Drill, cancel)];

    private async Task<DeliveryBacklog> BacklogAsync(int rank, CancellationToken cancel)
    {
        var ofEvents = await db.Deliveries.Where(row => row.ClaimedBy == null && row.Rank == rank)
            .GroupBy(row => row.EventId)
            .Select(ofEvent => new { Event = ofEvent.Key, Count = ofEvent.Count() })
            .Join(
                db.RecoveryEvents,
                waiting => waiting.Event,
                drEvent => drEvent.Id,
                (waiting, drEvent) => new { waiting.Count, drEvent.ChangedAt })
            .ToListAsync(cancel);
        return new(
            rank == DeliveryRanks.Drill, ofEvents.Sum(it => it.Count), ofEvents.Count == 0 ? null : ofEvents.Min(it => it.ChangedAt));
    }

    private Task<DateTimeOffset?> NextDueAsync(int rank, CancellationToken cancel) =>
        db.Deliveries.Where(row => row.ClaimedBy == null && row.Rank == rank).MinAsync(row => row.Due, cancel);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private Task<int> EndAsync(DeliveryResult end, string claimer, DateTimeOffset now, CancellationToken cancel) => db.Deliveries
        .Where(row => row.EventId == end.EventId && row.ChannelId == end.ChannelId && row.ClaimedBy == claimer)
        .ExecuteUpdateAsync(
            row =>
            {
                SetDue(row, end, now);
                row.SetProperty(it => it.State, end.State)
                    .SetProperty(it => it.ConversationId, end.ConversationId)
                    .SetProperty(it => it.ActivityId, end.ActivityId)
                    .SetProperty(it => it.ShownVersion, end.ShownVersion)
                    .SetProperty(it => it.RepliedLines, end.RepliedLines)
                    .SetProperty(it => it.Attempt, end.Attempt)
                    .SetProperty(it => it.Fault, end.Fault)
                    .SetProperty(it => it.SentAt, end.SentAt)
                    .SetProperty(it => it.UpdatedAt, end.UpdatedAt)
                    .SetProperty(it => it.Resent, end.Resent)
                    .SetProperty(it => it.IsReplyUnknown, end.IsReplyUnknown)
                    .SetProperty(it => it.ClaimedBy, (string?)null)
                    .SetProperty(it => it.Doing, (DeliveryStep?)null);
            },
            cancel);

    private void SetDue(UpdateSettersBuilder<Delivery> row, DeliveryResult end, DateTimeOffset now)
    {
        if (end.Due is { } due)
            row.SetProperty(it => it.Due, due).SetProperty(it => it.Rank, end.Rank);
        else
            row.SetProperty(
                    it => it.Due,
                    it => db.RecoveryEvents.Any(newer => newer.Id == it.EventId && newer.Version > end.AboutVersion) ? now : null)
                .SetProperty(
                    it => it.Rank,
                    it =>
                        db.RecoveryEvents.Any(newer => newer.Id == it.EventId && newer.Version > end.AboutVersion)
                            ? end.Rank
                            : DeliveryRanks.Idle);
    }
}
