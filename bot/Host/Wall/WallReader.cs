using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Wall;

/// <summary>Reads what the page shows: open events, and for a day those that are over.</summary>
internal sealed class WallReader(IDbContextFactory<BotDb> databases, TimeProvider time)
{
    private const int MostEvents = 100;
    private const int MostFailed = 12;
    private static readonly TimeSpan ShownWhenOver = TimeSpan.FromHours(24);

    public async Task<WallView> ReadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var since = time.GetUtcNow() - ShownWhenOver;
        var events = (await new RecoveryStore(db).SinceAsync(since, MostEvents, cancel))
            .Where(it => !it.IsOver || EndOf(it) >= since)
            .ToList();
        var report = new DeliveryReport(db);
        var sums = await report.SumsAsync([.. events.Where(it => !it.IsOver).Select(it => it.Id)], cancel);
        List<WallEvent> seen = [];
        foreach (var drEvent in events)
        {
            var sum = sums.GetValueOrDefault(drEvent.Id) ?? DeliverySums.None;
            IReadOnlyList<ChannelDelivery> failed = sum.Of(DeliveryState.Failed) == 0
                ? []
                : await report.PageAsync(drEvent.Id, [DeliveryState.Failed], 0, MostFailed, cancel);
            seen.Add(new(drEvent.ForEverybody(), sum, failed));
        }

        return new(seen);
    }

    /// <summary>When an event came to its end; what was said afterwards does not count.</summary>
    public static DateTimeOffset EndOf(RecoveryEvent drEvent) => RecoveryProgress.ReachedAt(drEvent, drEvent.State) ?? drEvent.DeclaredAt;
}
