using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>The JSON schema of an answer. Servers differ in what of it they enforce, so the answer is checked again.</summary>
internal static class AdviceSchema
{
    /// <param name="requests">Ids of the requests that may be chosen.</param>
    public static JsonElement Of(IEnumerable<string> requests)
    {
        var schema = Object(new()
        {
            ["choice"] = OneOf(AdviceWords.Choices),
            ["rows"] = List(new JsonObject { ["type"] = "integer" }),
            ["side"] = OneOfOrNull(AdviceWords.Sides.Keys),
            ["request"] = OneOfOrNull(requests),
            ["small_talk"] = OneOfOrNull(AdviceWords.Kinds.Keys),
            ["values"] = List(Object(new()
            {
                ["slot"] = OneOf(AdviceWords.Slots.Keys),
                ["text"] = new JsonObject { ["type"] = "string" },
            })),
        });
        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonObject Object(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]),
        ["additionalProperties"] = false,
        ["properties"] = properties,
    };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject OneOf(IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    private static JsonObject OneOfOrNull(IEnumerable<string> words) => new()
    {
        ["type"] = new JsonArray("string", "null"),
        ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word)), null]),
    };
}
