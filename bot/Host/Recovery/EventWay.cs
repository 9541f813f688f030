using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Recovery;

/// <summary>The way to the people of an event's tenant.</summary>
internal static class EventWay
{
    /// <returns>
    /// Where the event was declared. One that came from outside has no chat of its own: any of the tenant shows the way. Null where the bot is
    /// in none.
    /// </returns>
    public static async Task<ConversationReference?> NearAsync(BotDb db, RecoveryEvent happening, CancellationToken cancel)
    {
        if (await new RecoveryStore(db).HomeAsync(happening.Id, cancel) is { } home)
            return ReferenceJson.Read(home);

        var known = await db.Conversations.AsNoTracking().Where(place => place.RemovedAt == null && place.TenantId == happening.Tenant)
            .OrderByDescending(place => place.UpdatedAt).FirstOrDefaultAsync(cancel);
        return known is null ? null : new ConversationReference
        {
            ServiceUrl = known.ServiceUrl,
            ConversationId = known.ConversationId,
            Bot = new ChannelAccount(known.BotId),
            ChannelId = "msteams",
            TenantId = known.TenantId,
            ConversationType = known.Kind,
        };
    }
}
