using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Takes the mention of the bot out of a message. The entity says which piece of the text is the mention; the words in it can be edited by
/// the sender, so the bot's name is never looked for, as the SDK's own method does.
/// </summary>
internal static class MentionText
{
    /// <summary>The text without the mention of the recipient and without space around it; other people's mentions stay.</summary>
    public static string TextForBot(this Activity activity)
    {
        var text = activity.Text ?? "";
        if (activity.Recipient?.Id is not { Length: > 0 } bot)
            return text.Trim();

        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: "mention" }
                && SdkFields.Text(entity.Properties["mentioned"], "id") == bot
                && SdkFields.Text(entity.Properties, "text") is { Length: > 0 } written)
                text = WithoutFirst(text, written);
        }

        return text.Trim();
    }

    // One entity stands for one place in the text: a second, equal piece has its own entity or is the sender's own words.
    private static string WithoutFirst(string text, string piece)
    {
        var at = text.IndexOf(piece, StringComparison.Ordinal);
        if (at < 0)
            return text;

        var before = text[..at].TrimEnd();
        var after = text[(at + piece.Length)..].TrimStart();
        return before.Length == 0 || after.Length == 0 ? before + after : $"{before} {after}";
    }
}
