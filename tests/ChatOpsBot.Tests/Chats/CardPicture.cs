using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats;

/// <summary>An Adaptive Card, as it came over the wire, in words.</summary>
internal static partial class CardPicture
{
    private const string Hidden = "~ ";

    /// <summary>
    /// The texts a line each, inputs with their value, the buttons of a row in brackets. What is folded away is led by "~ ".
    /// </summary>
    public static string Of(JsonNode card) => string.Join('\n', Lines(card["body"]).Concat(Buttons(card["actions"])));

    /// <summary>The first line a person sees: what a card is called by.</summary>
    public static string Title(JsonNode card) => Of(card).Split('\n')[0];

    /// <summary>The text of a client that reads Markdown, as a person sees it: the character behind the backslash alone.</summary>
    public static string Seen(string markdown) => Escape().Replace(markdown, "$1");

    private static IEnumerable<string> Lines(JsonNode? elements) => Each(elements).SelectMany(element =>
        (bool?)element["isVisible"] == false ? Drawn(element).Select(line => Hidden + line) : Drawn(element));

    private static IEnumerable<string> Drawn(JsonObject element) => (string?)element["type"] switch
    {
        "TextBlock" => [Seen((string)element["text"]!)],
        "RichTextBlock" => [string.Concat(Each(element["inlines"]).Select(run => (string?)run["text"]))],
        "Container" or "Column" => Lines(element["items"]),
        "ColumnSet" => [string.Join(" | ", Lines(element["columns"]))],
        "FactSet" => Each(element["facts"]).Select(fact => Seen($"{fact["title"]}: {fact["value"]}")),
        "ActionSet" => Buttons(element["actions"]),
        ['I', 'n', 'p', 'u', 't', '.', ..] => [new CardInput(element).Picture],
        var other => [$"({other})"],
    };

    private static IEnumerable<string> Buttons(JsonNode? actions)
    {
        var titles = Each(actions).Select(action => $"[{action["title"]}]").ToList();
        return titles.Count == 0 ? [] : [string.Join(' ', titles)];
    }

    private static IEnumerable<JsonObject> Each(JsonNode? list) => list?.AsArray().OfType<JsonObject>() ?? [];

    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escape();
}
