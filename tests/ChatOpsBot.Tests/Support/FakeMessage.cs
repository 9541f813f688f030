using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>A message as it stands in a conversation of <see cref="FakeTeams"/>.</summary>
public sealed class FakeMessage(string id, string conversationId, JsonObject content)
{
    public string Id => id;

    public string ConversationId => conversationId;

    /// <summary>The activity as last written.</summary>
    public JsonObject Content { get; set; } = content;

    public int Updates { get; set; }

    public string? Text => (string?)Content["text"];

    /// <summary>The Adaptive Card of the message.</summary>
    public JsonNode? Card => Content["attachments"]?[0]?["content"];
}
