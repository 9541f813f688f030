using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Channels;

/// <summary>Reads, before a turn about it is answered, what the channel follows. A turn about anything else reads nothing.</summary>
public static class SubscriptionContextReader
{
    public static async Task<SubscriptionContext> ReadAsync(BotDb db, Turn turn, TurnContext context, CancellationToken cancel)
    {
        if (turn.Where.Kind is not PlaceKind.Channel || !turn.Needs.HasFlag(TurnNeeds.Subscriptions))
            return SubscriptionContext.None;

        var team = SeenChannel.Of(context).TeamId;
        var place = await db.Conversations.AsNoTracking().FirstOrDefaultAsync(known => known.Id == team, cancel);
        var id = SeenChannel.Of(context).Id;
        var channel = await db.Channels.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancel);
        return new()
        {
            Systems = [.. (await new SubscriptionStore(db).OfAsync(id, cancel)).Select(Followed)],
            Owner = place is { InstalledById: { } installer } ? new Person(installer, place.InstalledByName ?? "") : null,
            Closed = channel is { Status: not ChannelStatus.Open } ? channel.Why ?? channel.Status.ToString() : null,
        };
    }

    private static FollowedSystem Followed(Subscription row) =>
        new(row.System, row.ById is { } id ? new Person(id, row.ByName ?? "") : null, row.At, row.IsFromSettings);
}
