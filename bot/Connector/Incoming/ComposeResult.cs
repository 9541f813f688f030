using System.Text.Json.Nodes;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>One result of a search: how it stands in the list, and the card that is put into the message when it is chosen.</summary>
/// <param name="Card">An Adaptive Card.</param>
/// <param name="Title">The first line in the list.</param>
/// <param name="Text">The line below it.</param>
public sealed record ComposeResult(JsonNode Card, string Title, string Text)
{
    internal JsonObject ToJson() => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = Card.DeepClone(),
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = Plain(Title), ["text"] = Plain(Text) },
        },
    };

    // A thumbnail card reads HTML in its texts (Teams documentation, "Format cards"); what looks like a tag is to be seen, not obeyed.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');
}
