using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Cards;

/// <summary>Reads a card's JSON the way a client meets it.</summary>
internal static class CardWalk
{
    /// <summary>Every object of the card that has a type, from the outside in; the fallback of a button is not one of its own.</summary>
    public static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => (part.ContainsKey("type") ? [part] : Enumerable.Empty<JsonObject>())
            .Concat(part.Where(pair => pair.Key is not ("fallback" or "data")).SelectMany(pair => Parts(pair.Value))),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    public static string TypeOf(JsonObject part) => part["type"]!.GetValue<string>();

    public static IEnumerable<JsonObject> Buttons(JsonObject card) =>
        Parts(card).Where(part => TypeOf(part).StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>Types of the objects whose own strings contain a text.</summary>
    public static IEnumerable<string> WhereIs(string text, JsonObject card) =>
        Parts(card).Where(part => part.Any(pair => Holds(pair.Key, pair.Value, text))).Select(TypeOf);

    private static bool Holds(string key, JsonNode? value, string text) => value switch
    {
        JsonValue one => one.ToString().Contains(text, StringComparison.Ordinal),
        JsonObject data when key is "data" => data.Any(pair => pair.Value!.ToString().Contains(text, StringComparison.Ordinal)),
        _ => false,
    };
}
