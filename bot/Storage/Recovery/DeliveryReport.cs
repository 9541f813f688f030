using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>Tells of every channel what it has got of an event; for whoever wants to see them all.</summary>
public sealed class DeliveryReport(BotDb db)
{
    private static readonly DeliveryState[] Posted = [DeliveryState.Sent, DeliveryState.Updated];

    /// <summary>How many channels stand how, by event; an event without any has no entry.</summary>
    public async Task<IReadOnlyDictionary<Guid, DeliverySums>> SumsAsync(IReadOnlyCollection<Guid> events, CancellationToken cancel)
    {
        var groups = await db.Deliveries.AsNoTracking().Where(row => events.Contains(row.EventId))
            .GroupBy(row => new { row.EventId, row.State, IsIdle = row.Due == null })
            .Select(group => new { group.Key.EventId, group.Key.State, group.Key.IsIdle, Count = group.Count() })
            .ToListAsync(cancel);
        return groups.GroupBy(group => group.EventId).ToDictionary(
            one => one.Key,
            one => new DeliverySums(
                one.GroupBy(it => it.State).ToDictionary(state => state.Key, state => state.Sum(it => it.Count)),
                one.Where(it => Posted.Contains(it.State) && !it.IsIdle).Sum(it => it.Count)));
    }

    /// <summary>Channels of an event that stand in one of these ways, by team and name.</summary>
    public async Task<IReadOnlyList<ChannelDelivery>> PageAsync(
        Guid drEvent, IReadOnlyCollection<DeliveryState> states, int skip, int most, CancellationToken cancel) =>
        await Lines(db.Deliveries.Where(row => row.EventId == drEvent && states.Contains(row.State)))
            .Skip(skip)
            .Take(most)
            .ToListAsync(cancel);

    /// <summary>Every channel of an event, one after the other, by team and name.</summary>
    public IAsyncEnumerable<ChannelDelivery> AllAsync(Guid drEvent) =>
        Lines(db.Deliveries.Where(row => row.EventId == drEvent)).AsAsyncEnumerable();

    // A channel that is no longer known keeps its line. Databases disagree on where nothing is sorted: it is said.
    private IQueryable<ChannelDelivery> Lines(IQueryable<Delivery> rows) =>
        from row in rows.AsNoTracking()
        join known in db.Channels.AsNoTracking() on row.ChannelId equals known.Id into found
        from channel in found.DefaultIfEmpty()
        orderby channel == null, channel!.TeamName ?? "", channel.Name ?? "", row.ChannelId
        select new ChannelDelivery(row, channel);
}

/// <summary>How many channels stand how.</summary>
/// <param name="ByState">A state that no channel is in may be missing.</param>
/// <param name="Behind">Of those that have the announcement, the ones where something newer is still to come.</param>
public sealed record DeliverySums(IReadOnlyDictionary<DeliveryState, int> ByState, int Behind)
{
    public static DeliverySums None { get; } = new(new Dictionary<DeliveryState, int>(), 0);

    public int All => ByState.Values.Sum();

    public int Of(DeliveryState state) => ByState.GetValueOrDefault(state);
}

/// <summary>One channel's copy, and the channel.</summary>
/// <param name="Channel">Null for one that is no longer known.</param>
public sealed record ChannelDelivery(Delivery Delivery, Channel? Channel);
