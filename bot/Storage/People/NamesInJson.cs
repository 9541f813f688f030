using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Storage.People;

/// <summary>
/// The display names that a stored document has for a person: beside their id in an object, or after it in one text, as a field for a
/// person is stored. The document is read without its type, so that members of another version of the bot stay as they are.
/// </summary>
internal static class NamesInJson
{
    private const string Id = "id";
    private const string Name = "name";
    private const char Between = '\n';

    /// <summary>How a document that knows this person has their id written.</summary>
    public static string Sign(string personId) => $"\"{JsonEncodedText.Encode(personId)}";

    /// <summary>Whether the person stands in it.</summary>
    public static bool Knows(string document, string personId) => NamesOf(document, personId).Any();

    /// <summary>Their display name stands in it.</summary>
    public static bool IsNamed(string document, string personId) =>
        NamesOf(document, personId).Any(name => name.Length > 0 && name != personId);

    /// <summary>The names it has for them; where one was taken out, their id.</summary>
    public static IReadOnlyList<string> In(string document, string personId) => [.. NamesOf(document, personId).Distinct()];

    /// <summary>The document with their id in the place of each of their names.</summary>
    public static string Without(string document, string personId)
    {
        var root = JsonNode.Parse(document)!;
        foreach (var (node, _) in Places(root, personId).ToList())
        {
            if (node is JsonObject person)
                person[Name] = personId;
            else
                node.ReplaceWith(personId + Between + personId);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<string> NamesOf(string document, string personId) =>
        Places(JsonNode.Parse(document)!, personId).Select(place => place.Name);

    private static IEnumerable<(JsonNode Node, string Name)> Places(JsonNode node, string personId) =>
        node switch
        {
            JsonObject it when Text(it[Id]) == personId && it.ContainsKey(Name) => [(it, Text(it[Name]) ?? "")],
            JsonObject it => it.Select(member => member.Value).OfType<JsonNode>().SelectMany(value => Places(value, personId)),
            JsonArray it => it.OfType<JsonNode>().SelectMany(value => Places(value, personId)),
            _ => Text(node) is { } text && text.StartsWith(personId + Between, StringComparison.Ordinal)
                ? [(node, text[(personId.Length + 1)..].Split(Between)[0])]
                : [],
        };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
