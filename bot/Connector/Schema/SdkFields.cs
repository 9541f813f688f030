using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Schema;

/// <summary>Reads single fields of the SDK's types, in which everything may be missing or of another type.</summary>
internal static class SdkFields
{
    /// <summary>Null for an account without an id, which names nobody.</summary>
    public static ChannelAccount? Account(Microsoft.Bot.Schema.ChannelAccount? account) => account is { Id.Length: > 0 }
        ? new(account.Id, account.Name, account.AadObjectId ?? Text(account.Properties, "objectId"))
        : null;

    /// <summary>The text of a field; null for what is not text.</summary>
    public static string? Text(JToken? parent, string name) =>
        parent is JObject && parent[name] is JValue { Value: string text } ? LenientText.Clean(text) : null;
}
