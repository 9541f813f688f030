using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Addresses;

/// <summary>The stored ways to a conversation: its place or channel, and those kept with requests, DR events and cards.</summary>
public sealed class AddressStore(BotDb db)
{
    /// <summary>Corrects the ways that lead to another address than a conversation is served from now, all of them or none.</summary>
    /// <param name="heard">Where something was heard, and the address it came from.</param>
    /// <param name="addressIn">Reads the address out of a stored way, where nothing else is stored of the conversation.</param>
    /// <returns>True when there was something to correct.</returns>
    public async Task<bool> MoveAsync(
        HeardAddress heard, Func<string, string?> addressIn, DateTimeOffset now, CancellationToken cancel)
    {
        var stored = await StoredAsync(heard, addressIn, cancel);
        if (stored is null || stored == heard.ServiceUrl)
            return false;

        await using var move = await db.Database.BeginTransactionAsync(cancel);
        await MovePlacesAsync(heard, stored, now, cancel);
        await MoveReferencesAsync(heard, stored, cancel);
        await move.CommitAsync(cancel);
        return true;
    }

    private async Task<string?> StoredAsync(HeardAddress heard, Func<string, string?> addressIn, CancellationToken cancel)
    {
        if (heard.TeamId is not null
            && await db.Channels.Where(channel => channel.Id == heard.RootId && channel.ServiceUrl != "")
                .Select(channel => channel.ServiceUrl).FirstOrDefaultAsync(cancel) is { } ofChannel)
            return ofChannel;

        var place = heard.TeamId ?? heard.RootId;
        if (await db.Conversations.Where(known => known.Id == place).Select(known => known.ServiceUrl)
            .FirstOrDefaultAsync(cancel) is { } ofPlace)
            return ofPlace;

        return await db.Requests
            .Where(row => row.OwnerId == heard.PersonId && row.ConversationId == heard.RootId && row.Origin != null)
            .OrderByDescending(row => row.ChangedAt)
            .Select(row => row.Origin).FirstOrDefaultAsync(cancel) is { } origin ? addressIn(origin) : null;
    }

    // All channels of a team are served from the same address: whoever spoke in one of them has told of the others.
    private async Task MovePlacesAsync(HeardAddress heard, string stored, DateTimeOffset now, CancellationToken cancel)
    {
        var place = heard.TeamId ?? heard.RootId;
        await db.Conversations.Where(known => known.Id == place)
            .ExecuteUpdateAsync(
                row => row.SetProperty(known => known.ServiceUrl, heard.ServiceUrl).SetProperty(known => known.UpdatedAt, now), cancel);
        await db.Channels
            .Where(channel => channel.ServiceUrl == stored
                && (channel.Id == heard.RootId || (heard.TeamId != null && channel.TeamId == heard.TeamId)))
            .ExecuteUpdateAsync(row => row.SetProperty(channel => channel.ServiceUrl, heard.ServiceUrl), cancel);
    }

    private async Task MoveReferencesAsync(HeardAddress heard, string stored, CancellationToken cancel)
    {
        var (root, thread) = (heard.RootId, heard.RootId + ";messageid=");
        var (from, to) = (Quoted(stored), Quoted(heard.ServiceUrl));
        await db.Requests
            .Where(row => row.Origin != null && (row.ConversationId == root || row.ConversationId.StartsWith(thread)))
            .ExecuteUpdateAsync(row => row.SetProperty(request => request.Origin, request => request.Origin!.Replace(from, to)), cancel);
        await db.CardPlaces.Where(card => card.ConversationId == root || card.ConversationId.StartsWith(thread))
            .ExecuteUpdateAsync(row => row.SetProperty(card => card.Reference, card => card.Reference.Replace(from, to)), cancel);
        var (id, idOfThread) = (Quoted(root), Quoted(thread)[..^1]);
        await db.RecoveryEvents
            .Where(row => row.IsOpen && row.Origin != null && (row.Origin.Contains(id) || row.Origin.Contains(idOfThread)))
            .ExecuteUpdateAsync(row => row.SetProperty(drEvent => drEvent.Origin, drEvent => drEvent.Origin!.Replace(from, to)), cancel);
    }

    // As it stands in the stored JSON.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
