using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Cards;

/// <summary>
/// Colours that tell nothing by themselves: words that read the same have the same colour on every card, so whoever does not see
/// the colour loses nothing (Web Content Accessibility Guidelines 2.2, 1.4.1).
/// </summary>
internal sealed class CardColours
{
    private readonly Dictionary<string, (string Colour, string Card)> _known = [];

    /// <summary>Where the card gives words another colour than they had before.</summary>
    public IEnumerable<string> Faults(JsonObject card)
    {
        foreach (var (words, colour) in CardWalk.Parts(card).SelectMany(Coloured))
        {
            var summary = (string?)card["fallbackText"] ?? "";
            if (!_known.TryAdd(words, (colour, summary)) && _known[words].Colour != colour)
                yield return $"“{words}” is {colour} on “{summary}”, and {_known[words].Colour} on “{_known[words].Card}”.";
        }
    }

    private static IEnumerable<(string Words, string Colour)> Coloured(JsonObject part) => CardWalk.TypeOf(part) switch
    {
        "TextBlock" => [($"text: {part["text"]}", ColourOf(part, "color"))],
        "TextRun" => [($"text: {part["text"]}", ColourOf(part, "color"))],
        "Container" => [($"box: {TextOf(part)}", ColourOf(part, "style"))],
        ['A', 'c', 't', 'i', 'o', 'n', '.', ..] => [($"button: {part["title"]}", ColourOf(part, "style"))],
        _ => [],
    };

    private static string TextOf(JsonObject box) =>
        string.Join(
            ' ',
            CardWalk
                .Parts(box["items"])
                .Where(part => CardWalk.TypeOf(part) is "TextBlock" or "TextRun")
                .Select(part => (string?)part["text"]));

    private static string ColourOf(JsonObject part, string property) => (string?)part[property] ?? "default";
}
