using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Who would hear of an event, and who has.</summary>
public sealed class EventReach
{
    /// <summary>How many channels are named one by one in a chat.</summary>
    private const int MostLines = 20;

    // What is worth a look comes first.
    private static readonly DeliveryState[][] LookFirst = [[DeliveryState.Failed], [DeliveryState.Unknown], [DeliveryState.Waiting], [DeliveryState.Sent, DeliveryState.Updated]];

    /// <param name="systems">Each entry the names of one event.</param>
    public async Task<IReadOnlyDictionary<string, Reach>> OfAsync(
        BotDb db, string? tenant, IReadOnlyList<IReadOnlyList<string>> systems, CancellationToken cancel)
    {
        var channels = new SubscriptionStore(db);
        var reaches = new Dictionary<string, Reach>();
        foreach (var names in systems)
        {
            var (all, teams) = await channels.AudienceAsync(tenant, names, cancel);
            reaches[EventsInSight.KeyOf(names)] = new(all, teams);
        }

        return reaches;
    }

    public async Task<Reach> OfAsync(BotDb db, RecoveryEvent happening, CancellationToken cancel)
    {
        var (channels, teams) = await new SubscriptionStore(db).AudienceAsync(happening.Tenant, happening.Names, cancel);
        return new(channels, teams);
    }

    public async Task<DeliverySheet> SheetAsync(BotDb db, RecoveryEvent happening, CancellationToken cancel)
    {
        var report = new DeliveryReport(db);
        var sums = (await report.SumsAsync([happening.Id], cancel)).GetValueOrDefault(happening.Id) ?? DeliverySums.None;
        List<DeliveryLine> lines = [];
        foreach (var states in LookFirst)
        {
            var more = await report.PageAsync(happening.Id, states, 0, MostLines - lines.Count, cancel);
            lines.AddRange(more.Select(it => Line(it, happening)));
        }

        return new(
            sums.Of(DeliveryState.Sent), sums.Of(DeliveryState.Updated), sums.Of(DeliveryState.Waiting), sums.Of(DeliveryState.Unknown), sums.Of(DeliveryState.Failed), lines);
    }

    private static DeliveryLine Line(ChannelDelivery it, RecoveryEvent happening) => new(
        it.Channel?.TeamName,
        it.Channel is { IsGeneral: true } ? null : it.Channel?.Name ?? it.Delivery.ChannelId,
        it.Delivery.State.ToString(),
        it.Delivery.ShownVersion < happening.Version,
        it.Delivery.UpdatedAt ?? it.Delivery.SentAt,
        it.Delivery.Resent,
        it.Delivery.Fault);
}
