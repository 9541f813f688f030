using System.Globalization;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Chats;

/// <summary>What Teams sends when people of a chat do something.</summary>
internal static class ChatActivity
{
    private const string TeamId = "19:team@thread.tacv2";
    private const string Mention = "<at>ChatOps</at>";

    public static JsonObject Said(ChatPlace place, string id, string text)
    {
        var activity = From(place, id, ActivityJson.Message(text.Replace("@bot", Mention, StringComparison.Ordinal)));
        if (text.Contains("@bot", StringComparison.Ordinal))
        {
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = Mention,
                ["mentioned"] = new JsonObject { ["id"] = ActivityJson.BotId, ["name"] = "ChatOps" },
            });
        }

        return activity;
    }

    public static JsonObject Pressed(ChatPlace place, string id, string cardId, string verb, JsonObject data) =>
        From(place, id, ActivityJson.Press(verb, data)).With("replyToId", cardId);

    public static JsonObject Searched(ChatPlace place, string id, string command, string? text, int skip) =>
        From(place, id, ActivityJson.Search(command, text, skip));

    /// <summary>The same in the thread the card stands in.</summary>
    public static JsonObject InThread(this JsonObject activity, string conversationId)
    {
        activity["conversation"]!["id"] = conversationId;
        return activity;
    }

    /// <summary>The fallback of a client that does not know Action.Execute: a message without text.</summary>
    public static JsonObject Submitted(ChatPlace place, string id, string cardId, string verb, JsonObject data) =>
        From(place, id, ActivityJson.Activity("message")).With("replyToId", cardId).With("value", data.With("verb", verb));

    public static JsonObject Installed(ChatPlace place, string id, string action) =>
        From(place, id, ActivityJson.Activity("installationUpdate")).With("action", action);

    public static JsonObject Joined(ChatPlace place, string id) =>
        From(place, id, ActivityJson.Activity("conversationUpdate"))
            .With("membersAdded", new JsonArray(new JsonObject { ["id"] = ActivityJson.BotId }));

    private static JsonObject From(ChatPlace place, string id, JsonObject activity)
    {
        activity["id"] = id;
        activity["locale"] = place.Locale;
        activity["from"] = new JsonObject
        {
            ["id"] = $"29:{place.Person}",
            ["name"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.Person),
            ["aadObjectId"] = $"aad-{place.Person}",
        };
        activity["conversation"]!["id"] = place.ConversationId;
        if (place.IsChannel || place.IsGroup)
        {
            activity["conversation"]!["conversationType"] = place.IsGroup ? "groupChat" : "channel";
            activity["conversation"]!["isGroup"] = true;
        }

        if (place.IsChannel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = TeamId, ["name"] = "Operations" };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = place.ConversationId.Split(';')[0] };
        }

        return activity;
    }
}
