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

    public Task<DeliverySheet> SheetAsync(BotDb db, RecoveryEvent happening, CancellationToken cancel) =>
        new DeliverySheets(db).OfAsync(happening, MostLines, cancel);
}
