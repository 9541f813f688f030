using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Who would hear of an event, and who has.</summary>
public static class EventReach
{
    /// <summary>How many channels are named one by one in a chat.</summary>
    private const int MostLines = 20;

    // What is worth a look comes first.
    private static readonly DeliveryState[][] LookFirst =
    [
        [DeliveryState.Failed],
        [DeliveryState.Unknown],
        [DeliveryState.Waiting],
        [DeliveryState.Sent, DeliveryState.Updated],
    ];

    /// <param name="systems">Each entry the names of one event.</param>
    public static async Task<IReadOnlyDictionary<string, Reach>> OfAsync(
        BotDb db, string? tenant, IReadOnlyList<IReadOnlyList<string>> systems, CancellationToken cancel)
    {
        var channels = new SubscriptionStore(db);
        var reaches = new Dictionary<string, Reach>();
        foreach (var names in systems)
        {
            var (all, teams) = await channels.AudienceAsync(tenant, names, cancel);
            reaches[EventContext.KeyOf(names)] = new(all, teams);
        }

        return reaches;
    }

    public static async Task<Reach> OfAsync(BotDb db, RecoveryEvent drEvent, CancellationToken cancel)
    {
        var (channels, teams) = await new SubscriptionStore(db).AudienceAsync(drEvent.Tenant, drEvent.Names, cancel);
        return new(channels, teams);
    }

    public static async Task<DeliveryStatus> DeliveryStatusAsync(BotDb db, RecoveryEvent drEvent, CancellationToken cancel)
    {
        var report = new DeliveryReport(db);
        var sums = (await report.SumsAsync([drEvent.Id], cancel)).GetValueOrDefault(drEvent.Id) ?? DeliverySums.None;
        List<DeliveryLine> lines = [];
        foreach (var states in LookFirst)
        {
            var more = await report.PageAsync(drEvent.Id, states, 0, MostLines - lines.Count, cancel);
            lines.AddRange(more.Select(it => Line(it, drEvent)));
        }

        return new(
            sums.Of(DeliveryState.Sent),
            sums.Of(DeliveryState.Updated),
            sums.Of(DeliveryState.Waiting),
            sums.Of(DeliveryState.Unknown),
            sums.Of(DeliveryState.Failed),
            lines);
    }

    private static DeliveryLine Line(ChannelDelivery it, RecoveryEvent drEvent) => new(
        it.Channel?.TeamName,
        it.Channel is { IsGeneral: true } ? null : it.Channel?.Name ?? it.Delivery.ChannelId,
        it.Delivery.State.ToString(),
        it.Delivery.ShownVersion < drEvent.Version,
        it.Delivery.UpdatedAt ?? it.Delivery.SentAt,
        it.Delivery.Resent,
        it.Delivery.Fault);
}
