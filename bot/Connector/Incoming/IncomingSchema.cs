using Newtonsoft.Json.Linq;
using SdkAccount = Microsoft.Bot.Schema.ChannelAccount;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Makes the bot's own types of what the SDK has read.</summary>
internal static class IncomingSchema
{
    /// <summary>Null for an account without an id, which names nobody.</summary>
    public static ChannelAccount? Account(SdkAccount? account) => account is { Id.Length: > 0 }
        ? new(account.Id, account.Name, account.AadObjectId ?? Text(account.Properties?["objectId"]))
        : null;

    /// <summary>Null for what is not text.</summary>
    public static string? Text(JToken? value) => value is JValue { Type: JTokenType.String, Value: string text } ? LenientText.Clean(text) : null;
}
