using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Chats;

/// <summary>What Teams sends when people of a chat do something.</summary>
internal static partial class ChatActivity
{
    private const string TeamId = "19:team@thread.tacv2";

    public static JsonObject Said(ChatPlace place, string id, string text)
    {
        var mentioned = Called().Matches(text).Select(match => match.Groups[1].Value).ToList();
        var activity = From(place, id, ActivityJson.Message(Called().Replace(text, match => Written(match.Groups[1].Value))));
        if (mentioned.Count > 0)
            activity["entities"] = new JsonArray([.. mentioned.Select(Entity)]);
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

    private static JsonObject Entity(string name) => new()
    {
        ["type"] = "mention",
        ["text"] = Written(name),
        ["mentioned"] = new JsonObject { ["id"] = name is "bot" ? ActivityJson.BotId : $"29:{name}", ["name"] = Titled(name) },
    };

    private static string Written(string name) => $"<at>{Titled(name)}</at>";

    private static string Titled(string name) => name is "bot" ? "ChatOps" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);

    // "@bot", and a colleague by the name that leads their own lines. An address has something before the sign.
    [GeneratedRegex(@"(?<!\S)@([a-z]+)\b")]
    private static partial Regex Called();

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
