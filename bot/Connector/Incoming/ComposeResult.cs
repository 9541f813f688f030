using System.Text.Json.Nodes;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>One result of a search: how it stands in the list, and the card that is put into the message when it is chosen.</summary>
/// <param name="Card">An Adaptive Card.</param>
/// <param name="Title">The first line in the list.</param>
/// <param name="Text">The line below it.</param>
public sealed record ComposeResult(JsonNode Card, string Title, string Text);
