using ChatOpsBot.Domain.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>Tells who got what of an event.</summary>
public sealed class DeliverySheets(BotDb db)
{
    /// <param name="most">How many channels are named one by one.</param>
    public async Task<DeliverySheet> OfAsync(RecoveryEvent happening, int most, CancellationToken cancel)
    {
        var counts = await db.Deliveries.Where(row => row.EventId == happening.Id)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(it => it.Key, it => it.Count, cancel);
        int Of(DeliveryState state) => counts.GetValueOrDefault(state);
        var lines = await LinesAsync(happening, most, cancel);
        return new(Of(DeliveryState.Sent), Of(DeliveryState.Updated), Of(DeliveryState.Waiting), Of(DeliveryState.Unknown), Of(DeliveryState.Failed), lines);
    }

    // What is worth a look comes first.
    private async Task<IReadOnlyList<DeliveryLine>> LinesAsync(RecoveryEvent happening, int most, CancellationToken cancel)
    {
        var rows = await (
            from row in db.Deliveries.AsNoTracking()
            where row.EventId == happening.Id
            join channel in db.Channels on row.ChannelId equals channel.Id
            orderby row.State == DeliveryState.Failed ? 0 : row.State == DeliveryState.Unknown ? 1 : row.State == DeliveryState.Waiting ? 2 : 3, channel.TeamName, channel.Name, channel.Id
            select new { Row = row, channel.TeamName, channel.Name }).Take(most).ToListAsync(cancel);
        return
        [
            .. rows.Select(it => new DeliveryLine(
                it.TeamName,
                it.Name ?? it.Row.ChannelId,
                it.Row.State.ToString(),
                it.Row.ShownVersion < happening.Version,
                it.Row.UpdatedAt ?? it.Row.SentAt,
                it.Row.Resent,
                it.Row.Fault)),
        ];
    }
}
