using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats;

/// <summary>An Adaptive Card, as it came over the wire, in words.</summary>
internal static partial class CardPicture
{
    /// <summary>The texts a line each, the buttons of a row in brackets.</summary>
    public static string Of(JsonNode card) => string.Join('\n', Lines(card["body"]).Concat(Buttons(card["actions"])));

    /// <summary>What a button sends: its verb, and its data with the choice made in the card's list.</summary>
    public static (string Verb, JsonObject Data) Button(JsonNode card, string title, string choice)
    {
        var button = Every(card).FirstOrDefault(node => (string?)node["title"] == title && (string?)node["type"] == "Action.Execute")
            ?? throw new FormatException($"The card has no button \"{title}\".");
        var data = (JsonObject?)button["data"]?.DeepClone() ?? [];
        if (choice.Length > 0)
        {
            var list = Every(card).First(node => (string?)node["type"] == "Input.ChoiceSet");
            data[(string)list["id"]!] = (string)list["choices"]!.AsArray().First(option => (string?)option!["title"] == choice)!["value"]!;
        }

        return ((string)button["verb"]!, data);
    }

    private static IEnumerable<string> Lines(JsonNode? elements) => Each(elements).SelectMany(element => (string?)element["type"] switch
    {
        "TextBlock" => [Escape().Replace((string)element["text"]!, "$1")],
        "RichTextBlock" => [string.Concat(Each(element["inlines"]).Select(run => (string?)run["text"]))],
        "Container" or "Column" => Lines(element["items"]),
        "ColumnSet" => [string.Join(" | ", Lines(element["columns"]))],
        "FactSet" => Each(element["facts"]).Select(fact => $"{fact["title"]}: {fact["value"]}"),
        "ActionSet" => Buttons(element["actions"]),
        "Input.ChoiceSet" => [$"{element["label"]}: <{string.Join(" | ", Each(element["choices"]).Select(option => option["title"]))}>"],
        var other => [$"({other})"],
    });

    private static IEnumerable<string> Buttons(JsonNode? actions)
    {
        var titles = Each(actions).Select(action => $"[{action["title"]}]").ToList();
        return titles.Count == 0 ? [] : [string.Join(' ', titles)];
    }

    private static IEnumerable<JsonObject> Each(JsonNode? list) => list?.AsArray().OfType<JsonObject>() ?? [];

    private static IEnumerable<JsonObject> Every(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(pair => Every(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Every),
        _ => [],
    };

    // A TextBlock is Markdown: a person sees the character behind the backslash alone.
    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escape();
}
