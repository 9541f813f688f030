using System.Text;
using System.Text.Json;
using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Writes what the bot sends, as JSON (Bot Framework documentation, "Bot Connector API reference"). The SDK would make objects of it first,
/// which costs more than the rest of a turn.
/// </summary>
internal static class OutgoingSchema
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <param name="replyTo">The message that it answers; null for none.</param>
    /// <param name="id">The message that it replaces; null for a new one.</param>
    public static void Activity(
        Utf8JsonWriter json, OutgoingActivity activity, ConversationReference to, string? replyTo = null, string? id = null)
    {
        json.WriteStartObject();
        Text(json, "id", id);
        Account(json, "from", to.Bot);
        json.WriteStartObject("conversation");
        Text(json, "id", to.ConversationId);
        json.WriteEndObject();
        Text(json, "replyToId", replyTo);
        Message(json, activity);
        json.WriteEndObject();
    }

    /// <summary>Starts a new thread in a channel.</summary>
    public static void Thread(Utf8JsonWriter json, OutgoingActivity activity, string channelId)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", true);
        json.WriteStartObject("activity");
        Message(json, activity);
        json.WriteEndObject();
        json.WriteStartObject("channelData");
        json.WriteStartObject("channel");
        Text(json, "id", channelId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Opens the personal chat with one person; Teams returns the one that exists already.</summary>
    public static void PersonalChat(Utf8JsonWriter json, ConversationReference near, string userId)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", false);
        Account(json, "bot", near.Bot);
        json.WriteStartArray("members");
        json.WriteStartObject();
        Text(json, "id", userId);
        json.WriteEndObject();
        json.WriteEndArray();
        if (near.TenantId is { } tenant)
        {
            Text(json, "tenantId", tenant);
            json.WriteStartObject("channelData");
            json.WriteStartObject("tenant");
            Text(json, "id", tenant);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, OutgoingActivity activity)
    {
        json.WriteString("type", "message");
        Text(json, "text", activity.Text);
        // Teams reads a text as markdown unless told otherwise: a name in it could be a link. Mentions need their markup.
        if (activity is { Text: not null, Mentions.Count: 0 })
            json.WriteString("textFormat", "plain");
        Text(json, "summary", activity.Summary);
        Text(json, "locale", activity.Locale);
        if (activity.IsImportant)
            json.WriteString("importance", "high");
        if (activity.Alerts)
            Alert(json);
        if (activity.Card is { } card)
            Card(json, card);
        if (activity.Mentions.Count > 0)
            Mentions(json, activity.Mentions);
    }

    private static void Alert(Utf8JsonWriter json)
    {
        json.WriteStartObject("channelData");
        json.WriteStartObject("notification");
        json.WriteBoolean("alert", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Card(Utf8JsonWriter json, string card)
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Mentions(Utf8JsonWriter json, IReadOnlyList<Mention> mentions)
    {
        json.WriteStartArray("entities");
        foreach (var mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("type", "mention");
            Text(json, "text", mention.Tag);
            Account(json, "mentioned", mention.Who);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Account(Utf8JsonWriter json, string name, ChannelAccount? account)
    {
        if (account is null)
            return;

        json.WriteStartObject(name);
        Text(json, "id", account.Id);
        Text(json, "name", account.Name);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            return;

        // Half a surrogate pair is no text that can be written.
        json.WriteString(name, IsWhole(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at]))
                return false;
        }

        return true;
    }
}
