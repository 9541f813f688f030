using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>The bodies of the Bot Connector REST calls (Bot Framework documentation, "Bot Connector API reference").</summary>
internal static class OutgoingJson
{
    public static JsonObject Activity(OutgoingActivity activity, ConversationReference place, string? replyToId = null)
    {
        var json = new JsonObject { ["type"] = ActivityTypes.Message, ["conversation"] = new JsonObject { ["id"] = place.ConversationId } };
        AddContent(json, activity);
        if (place.Bot is { } bot)
            json["from"] = Account(bot);
        if (replyToId is not null)
            json["replyToId"] = replyToId;
        return json;
    }

    /// <summary>Starts a new thread in a channel: exactly the fields the Bot Framework SDK sets for it.</summary>
    public static JsonObject Thread(OutgoingActivity activity, string channelId)
    {
        var first = new JsonObject { ["type"] = ActivityTypes.Message };
        AddContent(first, activity);
        return new()
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channelId } },
            ["activity"] = first,
        };
    }

    /// <summary>Opens the personal chat with one person; Teams gives back the one that exists already.</summary>
    public static JsonObject PersonalChat(ConversationReference place, string userId)
    {
        var json = new JsonObject { ["isGroup"] = false, ["members"] = new JsonArray(new JsonObject { ["id"] = userId }) };
        if (place.Bot is { } bot)
            json["bot"] = Account(bot);
        if (place.TenantId is { } tenant)
        {
            json["tenantId"] = tenant;
            json["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        }

        return json;
    }

    private static void AddContent(JsonObject json, OutgoingActivity activity)
    {
        if (activity.Text is { } text)
            json["text"] = text;
        if (activity.Card is { } card)
            json["attachments"] = new JsonArray(Attachment(card));
        if (activity.Summary is { } summary)
            json["summary"] = summary;
        if (activity.Locale is { } locale)
            json["locale"] = locale;
        if (activity.IsImportant)
            json["importance"] = "high";
        if (activity.Alerts)
            json["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        if (activity.Mentions.Count > 0)
            json["entities"] = new JsonArray([.. activity.Mentions.Select(Entity)]);
    }

    private static JsonObject Attachment(JsonNode card) =>
        new() { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card.DeepClone() };

    private static JsonObject Entity(Mention mention) =>
        new() { ["type"] = "mention", ["text"] = mention.Tag, ["mentioned"] = Account(mention.Who) };

    private static JsonObject Account(ChannelAccount account)
    {
        var json = new JsonObject { ["id"] = account.Id };
        if (account.Name is { } name)
            json["name"] = name;
        return json;
    }
}
