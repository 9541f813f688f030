using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>Activities as Teams writes them.</summary>
public static class ActivityJson
{
    public const string AppId = "1111abcd-2222-3333-4444-555555555555";
    public const string TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string BotId = "28:" + AppId;

    /// <summary>A line that Ana wrote in her personal chat.</summary>
    public static JsonObject Message(string text = "who applies PTFs?") =>
        Activity("message").With("text", text).With("textFormat", "plain");

    /// <summary>Ana pressed a button of a card.</summary>
    public static JsonObject Press(string verb, JsonObject? data = null) =>
        Activity("invoke")
            .With("name", "adaptiveCard/action")
            .With("value", new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data ?? [] },
                ["trigger"] = "manual",
            });

    /// <summary>Ana types into the search of a compose box.</summary>
    /// <param name="text">Null for the search that runs before anything is typed.</param>
    public static JsonObject Search(string command, string? text = null, int skip = 0, int count = 25) =>
        Activity("invoke")
            .With("name", "composeExtension/query")
            .With("value", new JsonObject
            {
                ["commandId"] = command,
                ["parameters"] = new JsonArray(text is null
                    ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
                    : new JsonObject { ["name"] = "text", ["value"] = text }),
                ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
            });

    public static JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = "1700000000001",
        ["timestamp"] = "2026-11-23T08:00:00.000Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["locale"] = "en-US",
        ["localTimezone"] = "Europe/Berlin",
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = "0a0a0a0a-0000-0000-0000-000000000001" },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "ChatOps" },
        ["conversation"] = new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = TenantId },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
    };

    /// <summary>The same object, changed; null takes the field away.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is null)
            json.Remove(name);
        else
            json[name] = value;
        return json;
    }
}
