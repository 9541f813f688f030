using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Chats;

/// <summary>The objects of a card, in the order they are drawn.</summary>
internal static class CardTree
{
    public static IEnumerable<JsonObject> All(JsonNode? node) => Walk(node, hidden: true);

    /// <summary>Those a person sees: nothing that is folded away.</summary>
    public static IEnumerable<JsonObject> Shown(JsonNode? node) => Walk(node, hidden: false);

    private static IEnumerable<JsonObject> Walk(JsonNode? node, bool hidden) => node switch
    {
        JsonObject found when !hidden && (bool?)found["isVisible"] == false => [],
        JsonObject found => found.Where(pair => pair.Key != "fallback").SelectMany(pair => Walk(pair.Value, hidden)).Prepend(found),
        JsonArray list => list.SelectMany(child => Walk(child, hidden)),
        _ => [],
    };
}
