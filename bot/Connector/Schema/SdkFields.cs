using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Schema;

/// <summary>Reads single fields of the SDK's types, in which everything may be missing or of another type.</summary>
internal static class SdkFields
{
    /// <summary>Null for an account without an id, which names nobody.</summary>
    public static ChannelAccount? Account(Microsoft.Bot.Schema.ChannelAccount? account) => account is { Id.Length: > 0 }
        ? new(account.Id, account.Name, ObjectId(account.AadObjectId ?? Text(account.Properties, "objectId")))
        {
            UserRole = Text(account.Properties, "userRole"),
            TenantId = Text(account.Properties, "tenantId"),
        }
        : null;

    // One person is one text, however the GUID was written.
    private static string? ObjectId(string? written) =>
        Guid.TryParse(written, out var id) ? (id == Guid.Empty ? null : id.ToString("D"))
        : string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    /// <summary>The text of a field; null for what is not text.</summary>
    public static string? Text(JToken? parent, string name) =>
        parent is JObject && parent[name] is JValue { Value: string text } ? LenientText.Clean(text) : null;
}
