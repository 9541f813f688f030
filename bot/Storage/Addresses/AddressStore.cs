using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Addresses;

/// <summary>The stored ways to a conversation: its place, and those kept with requests, DR events and cards.</summary>
public sealed class AddressStore(BotDb db)
{
    /// <summary>Corrects all ways to a personal or a group chat that lead to another address than the one it is served from now.</summary>
    /// <param name="ownerId">Somebody who is there: requests of this person are looked at where the place itself is not known.</param>
    /// <param name="reference">The way as it is now, as JSON.</param>
    /// <returns>True when there was something to correct.</returns>
    public async Task<bool> MoveChatAsync(
        string conversationId, string ownerId, string serviceUrl, string reference, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, address) = ($"\"{JsonEncodedText.Encode(conversationId)}\"", $"\"{JsonEncodedText.Encode(serviceUrl)}\"");
        var known = await db.Conversations.AsNoTracking().Where(place => place.Id == conversationId)
            .Select(place => place.ServiceUrl).FirstOrDefaultAsync(cancel);
        var hasMoved = known is not null
            ? known != serviceUrl
            : await db.Requests.AnyAsync(
                row => row.OwnerId == ownerId && row.ConversationId == conversationId && row.Origin != null
                    && !row.Origin.Contains(address),
                cancel);
        if (!hasMoved)
            return false;

        await db.Requests.Where(row => row.ConversationId == conversationId && row.Origin != null)
            .ExecuteUpdateAsync(row => row.SetProperty(request => request.Origin, reference), cancel);
        await db.CardPlaces.Where(card => card.ConversationId == conversationId)
            .ExecuteUpdateAsync(row => row.SetProperty(card => card.Reference, reference), cancel);
        await db.RecoveryEvents.Where(row => row.IsOpen && row.Origin != null && row.Origin.Contains(id))
            .ExecuteUpdateAsync(row => row.SetProperty(drEvent => drEvent.Origin, reference), cancel);
        // Last: whoever is interrupted before corrects all of it the next time.
        await db.Conversations.Where(place => place.Id == conversationId)
            .ExecuteUpdateAsync(
                row => row.SetProperty(place => place.ServiceUrl, serviceUrl).SetProperty(place => place.UpdatedAt, now), cancel);
        return true;
    }

    /// <summary>The same for a channel that is known: DR events are announced there, whoever spoke last.</summary>
    public async Task<bool> MoveChannelAsync(string channelId, string serviceUrl, CancellationToken cancel)
    {
        var moved = db.Channels.Where(channel =>
            channel.Id == channelId && channel.ServiceUrl != "" && channel.ServiceUrl != serviceUrl);
        return await moved.AnyAsync(cancel)
            && await moved.ExecuteUpdateAsync(row => row.SetProperty(channel => channel.ServiceUrl, serviceUrl), cancel) > 0;
    }
}
