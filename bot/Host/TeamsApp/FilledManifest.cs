using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ChatOpsBot.Host.TeamsApp;

/// <summary>The app manifest of the repository with one company's values in it.</summary>
internal static class FilledManifest
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="template">A manifest in which values, each as a whole, are words such as <c>${{BOT_APP_ID}}</c>.</param>
    /// <exception cref="InvalidOperationException">A word of the template is none of those that are filled in.</exception>
    public static JsonObject Of(JsonObject template, PackageContent order)
    {
        var values = Values(order);
        return (JsonObject)Fill(template, values)!;
    }

    public static string ToText(JsonObject manifest) => manifest.ToJsonString(Readable) + "\n";

    private static Dictionary<string, string> Values(PackageContent order) => new()
    {
        ["VERSION"] = ProductVersion.Text,
        ["TEAMS_APP_ID"] = order.TeamsAppId.ToString(),
        ["BOT_APP_ID"] = order.BotAppId.ToString(),
        ["BOT_DOMAIN"] = order.Domain,
        ["DEVELOPER_NAME"] = order.DeveloperName,
        ["DEVELOPER_SITE"] = order.DeveloperSite.AbsoluteUri,
        ["PRIVACY_PAGE"] = order.PrivacyPage.AbsoluteUri,
        ["TERMS_PAGE"] = order.TermsPage.AbsoluteUri,
    };

    private static JsonNode? Fill(JsonNode? node, Dictionary<string, string> values) =>
        node switch
        {
            JsonObject part => new JsonObject(part.Select(pair => KeyValuePair.Create(pair.Key, Fill(pair.Value, values)))),
            JsonArray list => new JsonArray([.. list.Select(one => Fill(one, values))]),
            JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("${{", StringComparison.Ordinal) => Value(
                text, values),
            _ => node?.DeepClone(),
        };

    private static JsonValue Value(string word, Dictionary<string, string> values) =>
        values.TryGetValue(word[3..].TrimEnd('}'), out var value)
            ? JsonValue.Create(value)
            : throw new InvalidOperationException($"Nothing is known to fill in for {word}.");
}
