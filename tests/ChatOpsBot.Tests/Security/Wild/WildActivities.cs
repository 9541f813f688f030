using System.Text.Json.Nodes;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>Activities of every kind that Teams sends, with wild content; their form is sound until somebody spoils it.</summary>
internal sealed class WildActivities(Random random)
{
    private static readonly string[] AllVerbs =
        [.. typeof(Verbs).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly string[] Events =
    [
        "channelCreated", "channelRenamed", "channelDeleted", "channelRestored", "channelMemberAdded", "channelMemberRemoved", "teamRenamed",
        "teamArchived", "teamUnarchived", "teamDeleted", "teamHardDeleted", "teamRestored", "teamMemberAdded", "",
    ];

    private static readonly string[] Invokes =
    [
        "composeExtension/submitAction", "composeExtension/fetchTask", "composeExtension/queryLink", "task/fetch", "task/submit",
        "fileConsent/invoke", "signin/verifyState", "signin/tokenExchange", "message/submitAction", "config/fetch", "application/search", "",
    ];

    private static readonly string[] Searches = ["rows", "rows", "requests", "events", "", "x"];

    public (string Kind, JsonObject Activity) Any(WildChat chat)
    {
        var (kind, activity) = random.Next(100) switch
        {
            < 34 => ("said", Said(chat)),
            < 62 => Pressed(chat),
            < 66 => ("forged press", ActivityJson.Press(Verb(), Object(6))),
            < 70 => ("submitted", ActivityJson.Activity("message").With("value", Object(6).With("verb", Verb()))),
            < 75 => ("edited", Said(chat).With("type", "messageUpdate").With("channelData", new JsonObject { ["eventType"] = "editMessage" })),
            < 77 => ("deleted", ActivityJson.Activity("messageDelete")),
            < 79 => ("reaction", ActivityJson.Activity("messageReaction").With("reactionsAdded", new JsonArray(Object(2)))),
            < 84 => ("members", Members()),
            < 87 => ("installed", ActivityJson.Activity("installationUpdate").With("action", Among(["add", "remove", "add-upgrade", "x"]))),
            < 92 => ("searched", ActivityJson.Search(Among(Searches), WildText.Any(random), random.Next(-5, 100), random.Next(-5, 100))),
            < 95 => ("other invoke", ActivityJson.Activity("invoke").With("name", Among(Invokes)).With("value", WildJson.Value(random))),
            < 98 => ("files", Files(chat)),
            _ => ("anything", ActivityJson.Activity(Among(["typing", "event", "endOfConversation", "message", "invoke", "trace", "handoff"]))
                .With("value", WildJson.Value(random))),
        };
        return (kind, Placed(activity, chat));
    }

    private JsonObject Said(WildChat chat)
    {
        var text = random.Next(2) == 0 ? WildText.Sentence(random) : WildText.Any(random);
        if (chat.Kind == "personal" || random.Next(5) == 0)
            return ActivityJson.Message(text);

        return ActivityJson.Message($"<at>ChatOps</at> {text}").With("entities", new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>ChatOps</at>",
            ["mentioned"] = new JsonObject { ["id"] = ActivityJson.BotId, ["name"] = "ChatOps" },
        }));
    }

    // A button that stands in the chat, with what is on its card filled in soundly or not.
    private (string Kind, JsonObject Activity) Pressed(WildChat chat)
    {
        if (chat.Card(random) is not { } shown || Buttons(shown.Card).ToList() is not { Count: > 0 } buttons)
            return ("said", Said(chat));

        var button = buttons[random.Next(buttons.Count)];
        var data = (JsonObject?)button["data"]?.DeepClone() ?? [];
        foreach (var input in CardTree.All(shown.Card).Where(IsInput))
        {
            if (random.Next(8) != 0)
                data[(string)input["id"]!] = Filled(input);
        }

        if (random.Next(6) == 0)
            WildJson.Spoil(data, random);
        var verb = (string?)button["verb"] ?? Verb();
        return random.Next(8) == 0
            ? ("submitted", ActivityJson.Activity("message").With("replyToId", shown.Message).With("value", data.With("verb", verb)))
            : ("pressed", ActivityJson.Press(verb, data).With("replyToId", shown.Message));
    }

    private JsonNode? Filled(JsonObject input)
    {
        var choices = (input["choices"] as JsonArray)?.Select(choice => (string?)choice!["value"]).ToArray();
        return random.Next(10) switch
        {
            < 4 when choices is { Length: > 0 } => Among(choices!),
            < 4 when input["value"] is { } value => value.DeepClone(),
            < 6 => Among(["LPAR1", "PRODLIB", "yesterday 22:00", "2026-11-24", "22:00", "true", "QSECOFR", "A reason of some length", "1"]),
            < 9 => WildText.Any(random),
            _ => WildJson.Value(random),
        };
    }

    private JsonObject Members() =>
        ActivityJson
            .Activity("conversationUpdate")
            .With(Among(["membersAdded", "membersRemoved", "topicName"]), new JsonArray(new JsonObject
            {
                ["id"] = random.Next(3) == 0 ? ActivityJson.BotId : WildText.Any(random),
            }))
            .With("channelData", new JsonObject
            {
                ["eventType"] = Among(Events),
                ["team"] = new JsonObject { ["id"] = "19:wild-team@thread.tacv2", ["name"] = WildText.Any(random) },
                ["channel"] = new JsonObject { ["id"] = $"19:wild-{random.Next(50)}@thread.tacv2", ["name"] = WildText.Any(random) },
            });

    private JsonObject Files(WildChat chat) => Said(chat).With("attachments", new JsonArray(
    [
        .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)new JsonObject
        {
            ["contentType"] = Among(["application/vnd.microsoft.teams.file.download.info", "image/png", "text/html", "application/octet-stream"]),
            ["contentUrl"] = WildText.Any(random),
            ["name"] = WildText.Any(random),
            ["content"] = random.Next(2) == 0
                ? $"<blockquote itemtype=\"http://schema.skype.com/Reply\">{WildText.Any(random)}</blockquote><p>{WildText.Any(random)}</p>"
                : WildJson.Value(random),
        }),
    ]));

    private static JsonObject Placed(JsonObject activity, WildChat chat)
    {
        activity["conversation"]!["id"] = chat.Id;
        activity["conversation"]!["conversationType"] = chat.Kind;
        if (chat.Kind == "channel" && activity["channelData"] is JsonObject data && data["team"] is null)
        {
            data["team"] = new JsonObject { ["id"] = "19:wild-team@thread.tacv2", ["name"] = "Operations" };
            data["channel"] = new JsonObject { ["id"] = chat.Id.Split(';')[0] };
        }

        return activity;
    }

    private JsonObject Object(int most)
    {
        var json = new JsonObject();
        for (var left = random.Next(most); left > 0; left--)
            json[WildText.Any(random) is { Length: < 50 } name ? name : "x"] = WildJson.Value(random);
        return json;
    }

    private string Verb() => random.Next(4) == 0 ? WildText.Any(random) : Among(AllVerbs);

    private string Among(string[] all) => random.GetItems(all, 1)[0];

    private static IEnumerable<JsonObject> Buttons(JsonNode card) => CardTree.All(card).Where(node => Type(node) == "Action.Execute");

    private static bool IsInput(JsonObject node) =>
        Type(node).StartsWith("Input.", StringComparison.Ordinal) && node["id"] is not null;

    private static string Type(JsonObject node) => node["type"]?.ToString() ?? "";
}
