using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Answers to what comes from a compose box (Teams documentation, "Respond to search command").</summary>
public static class ComposeReply
{
    /// <summary>A list to choose from. An empty one shows as "no results".</summary>
    public static InvokeReply Results(IEnumerable<ComposeResult> results) =>
        Reply(new(attachmentLayout: "list", type: "result", attachments: [.. results.Select(Attachment)]));

    /// <summary>A plain sentence in place of the list; Teams formats nothing in it.</summary>
    public static InvokeReply Message(string text) => Reply(new(type: "message", text: text));

    private static InvokeReply Reply(MessagingExtensionResult result) => new(new MessagingExtensionResponse(result));

    private static MessagingExtensionAttachment Attachment(ComposeResult result) => new(
        InvokeReply.CardType,
        content: new JRaw(result.Card.ToJsonString()),
        preview: new Attachment(ThumbnailCard.ContentType, content: new ThumbnailCard(Plain(result.Title), text: Plain(result.Text))));

    // A thumbnail card reads HTML in its texts (Teams documentation, "Format cards"); what looks like a tag must be shown, not obeyed.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');
}
