using System.Text.Json.Nodes;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Answers to what comes from a compose box (Teams documentation, "Respond to search command"): always with HTTP status 200.</summary>
public static class ComposeReply
{
    /// <summary>A list to choose from. An empty one shows as "no results".</summary>
    public static InvokeReply Results(IEnumerable<ComposeResult> results) => Of(new()
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Select(result => result.ToJson())]),
    });

    /// <summary>A plain sentence in the place of the list; Teams formats nothing in it.</summary>
    public static InvokeReply Message(string text) => Of(new() { ["type"] = "message", ["text"] = text });

    private static InvokeReply Of(JsonObject answer) => new(200, new JsonObject { ["composeExtension"] = answer });
}
