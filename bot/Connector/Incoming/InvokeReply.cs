using System.Text.Json.Nodes;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// The answer to an invoke, sent in the HTTP response itself. The three factories are the answers to a pressed
/// <c>Action.Execute</c> (Adaptive Cards documentation, "Universal Action Model", response format): their HTTP status is 200
/// even for an error, which stands in the body.
/// </summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body; null for none.</param>
public sealed record InvokeReply(int Status, JsonNode? Body = null)
{
    /// <summary>Made by <see cref="Error"/>.</summary>
    public bool IsError { get; private init; }

    /// <summary>The card that takes the place of the pressed one.</summary>
    public static InvokeReply Card(JsonNode card) => Universal(200, "application/vnd.microsoft.card.adaptive", card.DeepClone());

    /// <summary>A short line shown to the person who pressed; the card stays.</summary>
    public static InvokeReply Message(string text) => Universal(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>The press failed: the client shows <paramref name="message"/> under the card.</summary>
    /// <param name="code">A stable word for programs.</param>
    /// <param name="message">A sentence for the person.</param>
    /// <param name="statusCode">400 when what was pressed or typed is at fault, 500 when the bot is.</param>
    public static InvokeReply Error(string code, string message, int statusCode = 400) =>
        Universal(statusCode, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message }) with { IsError = true };

    private static InvokeReply Universal(int statusCode, string type, JsonNode? value) =>
        new(200, new JsonObject { ["statusCode"] = statusCode, ["type"] = type, ["value"] = value });
}
