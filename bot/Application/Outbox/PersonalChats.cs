using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Outbox;

/// <summary>Finds the personal chat with somebody, of whom only the Entra object id is known.</summary>
public sealed class PersonalChats(ConnectorClient teams)
{
    /// <param name="near">A conversation of the same tenant.</param>
    /// <returns>The way to the chat, or how the try to open one ended.</returns>
    public async Task<(ConversationReference? Chat, SendOutcome? Why)> FindAsync(
        BotDb db, string personId, ConversationReference near, CancellationToken cancel)
    {
        var known = await db.Conversations.AsNoTracking()
            .Where(chat => chat.Kind == "personal" && chat.InstalledById == personId && chat.RemovedAt == null)
            .OrderByDescending(chat => chat.UpdatedAt)
            .FirstOrDefaultAsync(cancel);
        return known is not null ? (ReferenceOf(known, near), null) : await OpenAsync(personId, near, cancel);
    }

    /// <summary>Posts into a personal chat. A chat whose history the person has cleared is gone for a bot, and is created again.</summary>
    /// <param name="chat">Where it is posted at first.</param>
    public async Task<SendOutcome> SendAsync(
        ConversationReference chat, string personId, OutgoingActivity message, CancellationToken cancel)
    {
        var outcome = await teams.SendAsync(chat, message, cancel);
        if (outcome is not SendOutcome.Refused { Why: Refusal.ConversationGone })
            return outcome;

        var (reopened, why) = await OpenAsync(personId, chat, cancel);
        return reopened is null ? why! : await teams.SendAsync(reopened, message, cancel);
    }

    // Teams takes an Entra object id for a member as well, and gives back the chat that exists (Teams documentation, "Send proactive
    // messages"). It refuses where the bot is not installed for that person.
    private async Task<(ConversationReference? Chat, SendOutcome? Why)> OpenAsync(
        string personId, ConversationReference near, CancellationToken cancel)
    {
        var opened = await teams.CreatePersonalAsync(near, personId, cancel);
        return opened is SendOutcome.Sent sent
            ? (near with { ConversationId = sent.ConversationId, ConversationType = "personal" }, null)
            : (null, opened);
    }

    private static ConversationReference ReferenceOf(Conversation chat, ConversationReference near) => new()
    {
        ServiceUrl = chat.ServiceUrl,
        ConversationId = chat.ConversationId,
        Bot = new ChannelAccount(chat.BotId),
        ChannelId = near.ChannelId,
        TenantId = chat.TenantId,
        ConversationType = chat.Kind,
    };
}
