using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Application;

/// <summary>What makes two deliveries one and the same.</summary>
public static class ActivityKeys
{
    /// <summary>Conversation and activity id; null for an event without an id, which cannot be told from another.</summary>
    public static string? Of(IncomingActivity activity) => activity.Id is { Length: > 0 } id ? $"{activity.ConversationId}\n{id}" : null;

    /// <summary>
    /// The press itself, whatever its id: a redelivered invoke comes with a new one. Null for what is no press of a known person on
    /// a known card.
    /// </summary>
    public static string? OfPress(IncomingActivity activity) =>
        activity is { IsInvoke: true, ReplyToId: { } card, From.Id: { } person }
        && TurnContextReader.Input(activity) is TurnInput.ButtonPress press
            ? $"{activity.ConversationId}\n{card}\n{person}\n{press.Verb}\n{Digest(press)}"
            : null;

    private static string Digest(TurnInput.ButtonPress press)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in press.Data.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(name).Append('\0').Append(value).Append('\0');

        return DigestOf(text.ToString());
    }

    /// <summary>Tells one text from another where the text itself is not to be kept.</summary>
    public static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
}
