using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using BotReference = ChatOpsBot.Connector.Schema.ConversationReference;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Makes the bot's own types of the SDK's, so that nothing else reads an activity of the SDK.</summary>
internal static class IncomingSchema
{
    public static IncomingActivity Read(Activity activity, ActivityPayload payload)
    {
        var data = activity.GetChannelData<TeamsChannelData>();
        var client = activity.Entities?.FirstOrDefault(it => it?.Type == "clientInfo")?.Properties;
        return new()
        {
            Type = activity.Type,
            Name = activity.Name,
            Id = NullIfEmpty(activity.Id),
            ReplyToId = NullIfEmpty(activity.ReplyToId),
            Reference = Reference(activity, data),
            Kind = Kind(activity.Conversation, data),
            From = SdkFields.Account(activity.From),
            Teams = new(data?.Team?.Id, data?.Team?.Name, data?.Channel?.Id, data?.Channel?.Name),
            Locale = activity.Locale ?? SdkFields.Text(client, "locale"),
            TimeZones = [.. new[] { activity.LocalTimezone, SdkFields.Text(client, "timezone") }.OfType<string>()],
            LocalOffset = activity.LocalTimestamp?.Offset,
            IsInvoke = activity.Type == ActivityTypes.Invoke,
            Payload = payload,
        };
    }

    /// <summary>
    /// The values of a card's inputs and buttons: text, numbers and toggles. Anything nested was not made by one of the bot's cards.
    /// </summary>
    public static Dictionary<string, string> Values(JToken? data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in (data as JObject)?.Properties() ?? [])
        {
            var text = field.Value.Type switch
            {
                JTokenType.String => LenientText.Clean((string)field.Value!),
                JTokenType.Integer or JTokenType.Float or JTokenType.Boolean => field.Value.ToString(Formatting.None),
                _ => null,
            };
            if (text is not null)
                values[field.Name] = text;
        }

        return values;
    }

    public static ComposeQuery Query(MessagingExtensionQuery query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in query.Parameters ?? [])
        {
            if (parameter is { Name.Length: > 0, Value: string typed } && LenientText.Clean(typed) is { } text)
                parameters.TryAdd(parameter.Name, text);
        }

        return new(
            NullIfEmpty(query.CommandId),
            parameters,
            Math.Max(0, query.QueryOptions?.Skip ?? 0),
            Math.Clamp(query.QueryOptions?.Count ?? ComposeQuery.Page, 1, ComposeQuery.Page));
    }

    private static BotReference Reference(Activity activity, TeamsChannelData? data) => new()
    {
        ServiceUrl = activity.ServiceUrl,
        ConversationId = activity.Conversation.Id,
        Bot = SdkFields.Account(activity.Recipient),
        ChannelId = activity.ChannelId,
        // Teams says the tenant in one of two places, or in both.
        TenantId = activity.Conversation.TenantId ?? data?.Tenant?.Id,
        ConversationType = activity.Conversation.ConversationType,
    };

    private static ConversationKind Kind(ConversationAccount conversation, TeamsChannelData? data) => conversation.ConversationType switch
    {
        "channel" => ConversationKind.Channel,
        "groupChat" => ConversationKind.GroupChat,
        "personal" => ConversationKind.Personal,
        _ when data?.Team?.Id is not null => ConversationKind.Channel,
        _ => conversation.IsGroup is true ? ConversationKind.GroupChat : ConversationKind.Personal,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
