using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Tests.Chats;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>What nothing that the bot says may be, whatever was said to it.</summary>
internal static partial class ReplyRules
{
    // Teams documentation, "Limits and specifications for Teams": about 28 KB for a message of a bot.
    private const int MostTextBytes = 28 * 1024;

    private static readonly string[] Read = ["text", "title", "summary", "label", "placeholder", "errorMessage", "speak", "fallbackText"];

    // How the sentence of a failed turn begins in each language, as far as the reference.
    private static readonly string[] Apologies = ApologiesOf(WordsCatalog.Load());

    /// <summary>What is wrong with a message or a card; empty when nothing is.</summary>
    public static IEnumerable<string> Complaints(string json)
    {
        JsonNode? said;
        try
        {
            said = JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException fault)
        {
            return [$"It is not JSON: {fault.Message}"];
        }

        var texts = Texts(said).ToList();
        return
        [
            .. Cards(said).SelectMany(Complaints),
            .. texts.Where(text => Placeholder().IsMatch(text)).Select(text => $"A placeholder was not filled in: {text}"),
            .. texts.Where(text => Direction().IsMatch(text)).Select(text => $"It turns the direction of writing: {text}"),
            .. texts.Where(text => Apologies.Any(text.StartsWith)).Select(text => $"The turn failed: {text}"),
            .. MessageComplaints(said),
        ];
    }

    private static IEnumerable<string> MessageComplaints(JsonNode? said)
    {
        if (said is not JsonObject { } message || Type(message) != "message")
            yield break;

        var text = message["text"]?.ToString();
        // Beside what the bot says, a message names the activity it answers, as that named itself.
        if (Encoding.UTF8.GetByteCount($"{text}{message["summary"]}") > MostTextBytes)
            yield return "It is too large for Teams.";
        if (text is not null && string.IsNullOrWhiteSpace(text))
            yield return "It says nothing.";
        if (text is not null && message["entities"] is null && (string?)message["textFormat"] != "plain")
            yield return "Its text is read as markdown.";
        if (text is null && message["attachments"] is not JsonArray { Count: > 0 })
            yield return "It has neither text nor card.";
        if (message["attachments"] is not null && string.IsNullOrWhiteSpace((string?)message["summary"]))
            yield return "Its card has no summary.";
    }

    private static IEnumerable<string> Complaints(JsonNode card)
    {
        if (Encoding.UTF8.GetByteCount(card.ToJsonString()) is > CardLimits.Bytes and var size)
            yield return $"The card has {size} bytes.";
        // A line that can be chosen is none, nor is the button that older clients get in its place.
        var buttons = CardTree.All(card).Sum(node => node["actions"] is JsonArray actions ? actions.Count : 0);
        if (buttons > CardLimits.Buttons)
            yield return $"The card has {buttons} buttons.";
    }

    private static IEnumerable<JsonNode> Cards(JsonNode? said) => CardTree.All(said).Where(node => Type(node) == "AdaptiveCard");

    // Not what a client sends back: a button's data, an input's value.
    private static IEnumerable<string> Texts(JsonNode? said) =>
        CardTree
            .All(said)
            .SelectMany(node => Read.Select(name => node[name]).Append(node["title"] is not null ? node["value"] : null))
            .OfType<JsonValue>()
            .Select(value => value.ToString());

    private static string Type(JsonNode? node) => node?["type"]?.ToString() ?? "";

    private static string[] ApologiesOf(WordsCatalog words) =>
        [.. words.Languages.Select(language => words.In(language).Template("apology").Split('{')[0])];

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Direction();
}
