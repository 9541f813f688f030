using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>The way to the people of an event's tenant.</summary>
internal static class TenantConversation
{
    /// <returns>
    /// Where the event was declared. One that came from outside has no chat of its own: any of the tenant shows the way. Null where the
    /// bot is in none.
    /// </returns>
    public static async Task<ConversationReference?> NearAsync(BotDb db, RecoveryEvent drEvent, CancellationToken cancel)
    {
        if (await new RecoveryStore(db).OriginAsync(drEvent.Id, cancel) is { } origin)
            return ReferenceJson.Read(origin);

        var known = await db.Conversations.AsNoTracking().Where(place => place.RemovedAt == null && place.TenantId == drEvent.Tenant)
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
