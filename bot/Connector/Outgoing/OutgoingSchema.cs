using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using BotAccount = ChatOpsBot.Connector.Schema.ChannelAccount;
using ConversationReference = ChatOpsBot.Connector.Schema.ConversationReference;
using SdkMention = Microsoft.Bot.Schema.Mention;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>Makes what the SDK's clients send (Bot Framework documentation, "Bot Connector API reference").</summary>
internal static class OutgoingSchema
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public static Activity Activity(OutgoingActivity activity, ConversationReference to)
    {
        var message = Message(activity);
        message.Conversation = new() { Id = to.ConversationId };
        message.From = Account(to.Bot);
        return message;
    }

    /// <summary>Starts a new thread in a channel.</summary>
    public static ConversationParameters Thread(OutgoingActivity activity, string channelId) => new()
    {
        IsGroup = true,
        ChannelData = new TeamsChannelData { Channel = new ChannelInfo(channelId) },
        Activity = Message(activity),
    };

    /// <summary>Opens the personal chat with one person; Teams returns the one that exists already.</summary>
    public static ConversationParameters PersonalChat(ConversationReference near, string userId) => new()
    {
        IsGroup = false,
        Members = [new() { Id = userId }],
        Bot = Account(near.Bot),
        TenantId = near.TenantId,
        ChannelData = near.TenantId is { } tenant ? new TeamsChannelData { Tenant = new TenantInfo(tenant) } : null,
    };

    // JRaw carries the card as it is: the SDK would otherwise parse and write it again.
    private static Activity Message(OutgoingActivity activity) => new()
    {
        Type = ActivityTypes.Message,
        Text = activity.Text,
        // Teams reads a text as markdown unless told otherwise: a name in it could be a link. Mentions need their markup.
        TextFormat = activity is { Text: not null, Mentions.Count: 0 } ? TextFormatTypes.Plain : null,
        Attachments = activity.Card is { } card ? [new() { ContentType = CardType, Content = new JRaw(card) }] : null,
        Summary = activity.Summary,
        Locale = activity.Locale,
        Importance = activity.IsImportant ? ActivityImportance.High : null,
        ChannelData = activity.Alerts ? new TeamsChannelData { Notification = new NotificationInfo(alert: true) } : null,
        Entities = activity.Mentions.Count > 0 ? [.. activity.Mentions.Select(Entity)] : null,
    };

    private static SdkMention Entity(Mention mention) => new() { Text = mention.Tag, Mentioned = Account(mention.Who) };

    private static ChannelAccount? Account(BotAccount? account) =>
        account is null ? null : new() { Id = account.Id, Name = account.Name };
}
