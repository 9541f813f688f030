using System.Globalization;
using System.Text.Json;
using ChatOpsBot.Domain.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// Puts the work down that an event makes: a delivery for each channel that follows it, and when it is due. In bounded steps, for a hundred
/// thousand channels must not hold up the other writers; each step changes nothing when it is done once more.
/// </summary>
public sealed class FanOutStore(BotDb db)
{
    /// <summary>
    /// Announced events that are open, behind or have changed since then: the oldest first. One that cannot be read holds no other
    /// back.
    /// </summary>
    /// <returns>The events, and the ids of those that this version cannot read.</returns>
    public async Task<(IReadOnlyList<FanOutEvent> Events, IReadOnlyList<Guid> Unreadable)> EventsAsync(
        bool onlyBehind, DateTimeOffset since, CancellationToken cancel)
    {
        var rows = await db
            .RecoveryEvents.AsNoTracking()
            .Where(row =>
                row.AnnouncedAt != null && (row.FannedVersion < row.Version || (!onlyBehind && (row.IsOpen || row.ChangedAt > since))))
            .OrderBy(row => row.Number)
            .ToListAsync(cancel);
        var read = rows.Select(row => (row.Id, Event: Read(row), row.FannedVersion, row.Trace)).ToList();
        return (
            [.. read.Where(it => it.Event is not null).Select(it => new FanOutEvent(it.Event!, it.FannedVersion) { Trace = it.Trace })],
            [.. read.Where(it => it.Event is null).Select(it => it.Id)]);
    }

    // A newer version of the bot, which runs beside this one, may have stored what this one does not know.
    private static RecoveryEvent? Read(RecoveryRow row)
    {
        try
        {
            return row.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The last of the next channels, as the end of a step; null when there are no more.</summary>
    /// <param name="after">The end of the step before; empty for the first.</param>
    public Task<string?> NextChannelsAsync(string after, int most, CancellationToken cancel) =>
        db.Channels.Where(channel => channel.Id.CompareTo(after) > 0)
            .Select(channel => channel.Id).OrderBy(id => id).Take(most)
            .MaxAsync(id => (string?)id, cancel);

    /// <summary>Adds what is missing for the followers after one channel and up to another.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> AddFollowersAsync(RecoveryEvent drEvent, string after, string upTo, DateTimeOffset now, CancellationToken cancel)
    {
        var names = Names(drEvent);
        List<object> values = [drEvent.Id, db.Instant(now), DeliveryRanks.Of(drEvent), after, upTo, drEvent.Tenant ?? "", .. names];
        var places = string.Join(
            ", ",
            Enumerable
                .Range(values.Count - names.Count, names.Count)
                .Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}")));
        var statement = $$"""
            INSERT INTO "Delivery" (
              "EventId", "ChannelId", "State", "ShownVersion", "RepliedLines", "Due", "Rank", "Attempt", "Resent", "IsReplyUnknown")
            SELECT {0}, c."Id", 'Waiting', 0, 0, {1}, {2}, 0, 0, FALSE FROM "Channel" c
            WHERE c."Id" > {3} AND c."Id" <= {4} AND c."Status" = 'Open' AND COALESCE(c."Tenant", '') = {5}
              AND EXISTS (SELECT 1 FROM "Subscription" s WHERE s."ChannelId" = c."Id" AND s."System" IN ({{places}}))
              AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."EventId" = {0} AND d."ChannelId" = c."Id")
            ON CONFLICT DO NOTHING
            """;
        return db.Database.ExecuteSqlRawAsync(statement, values, cancel);
    }

    /// <summary>The last of the next deliveries of the event, as the end of a step; null when there are no more.</summary>
    /// <param name="after">See <see cref="NextChannelsAsync"/>.</param>
    public Task<string?> NextDeliveriesAsync(RecoveryEvent drEvent, string after, int most, CancellationToken cancel) =>
        Of(drEvent).Where(row => row.ChannelId.CompareTo(after) > 0)
            .Select(row => row.ChannelId).OrderBy(id => id).Take(most)
            .MaxAsync(id => (string?)id, cancel);

    /// <summary>
    /// Makes those due that show an older version, where there is a way to the channel. One that somebody does at this moment is too:
    /// it may be doing the older version.
    /// </summary>
    /// <param name="withUnknown">Those whose post has an end that nobody knows are tried once more.</param>
    /// <param name="isNews">The newest version was not spread before: those that were given up are tried with it too.</param>
    /// <returns>How many are due now.</returns>
    public Task<int> MakeDueAsync(
        RecoveryEvent drEvent, bool isNews, bool withUnknown, string after, string upTo, DateTimeOffset now, CancellationToken cancel) =>
        Of(drEvent)
            .Where(row => row.ChannelId.CompareTo(after) > 0 && row.ChannelId.CompareTo(upTo) <= 0)
            .Where(row => row.ShownVersion < drEvent.Version && (row.Due == null || row.ClaimedBy != null))
            .Where(row => (withUnknown || row.State != DeliveryState.Unknown) && (isNews || row.State != DeliveryState.Failed))
            .Where(row =>
                db.Channels.Any(channel => channel.Id == row.ChannelId && channel.Status == ChannelStatus.Open && channel.ServiceUrl != ""))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(it => it.Due, now)
                    .SetProperty(it => it.Rank, DeliveryRanks.Of(drEvent))
                    .SetProperty(it => it.Attempt, it => isNews && it.ClaimedBy == null ? 0 : it.Attempt),
                cancel);

    /// <summary>Every channel has its work put down up to this version.</summary>
    public Task SpreadAsync(RecoveryEvent drEvent, CancellationToken cancel) =>
        db.RecoveryEvents.Where(row => row.Id == drEvent.Id && row.FannedVersion < drEvent.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.FannedVersion, drEvent.Version), cancel);

    private IQueryable<Delivery> Of(RecoveryEvent drEvent) => db.Deliveries.Where(row => row.EventId == drEvent.Id);

    private static List<string> Names(RecoveryEvent drEvent) =>
        [.. drEvent.Names.Select(name => name.ToUpper(CultureInfo.InvariantCulture)), Subscription.Everything];
}
