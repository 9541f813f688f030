using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Cards;

/// <summary>
/// Whether a card can be used by everybody: heard in the order it is meant, without seeing colours, and on a phone. Follows the Web
/// Content Accessibility Guidelines 2.2 as far as a card's JSON can keep or break them: 1.1.1, 1.3.1, 1.3.2, 1.4.1, 1.4.10, 2.4.6,
/// 3.1.1, 3.3.1, 3.3.2.
/// </summary>
internal static class CardAccess
{
    /// <summary>Two columns are what a phone's 360 pixels hold.</summary>
    private const int MostColumns = 2;

    /// <summary>What is wrong with a card, in a sentence each.</summary>
    public static IEnumerable<string> Faults(JsonObject card) =>
        [.. Named(card), .. Heading(card), .. CardWalk.Parts(card).SelectMany(Part), .. Order(card), .. Twice(card)];

    private static IEnumerable<string> Named(JsonObject card)
    {
        if (!HasWords(card, "fallbackText"))
            yield return "The card has no text for a notification, or for a client that cannot draw it.";
        if (!HasWords(card, "lang"))
            yield return "The card does not say its language, so nobody can pronounce it.";
    }

    // What was just understood, or that this came before, may be said first; nothing that is pressed or filled in.
    private static IEnumerable<string> Heading(JsonObject card)
    {
        var parts = CardWalk.Parts(card["body"]).ToList();
        var heading = parts.FindIndex(part => (string?)part["style"] == "heading");
        if (heading < 0)
            yield return $"The card has no heading: {card["fallbackText"]}";
        else if (
            parts
                .Take(heading)
                .FirstOrDefault(part => CardWalk.TypeOf(part) is not ("TextBlock" or "RichTextBlock" or "TextRun" or "Container")) is
            { } before)
            yield return $"Before the heading “{parts[heading]["text"]}” comes {before.ToJsonString()}";
    }

    private static IEnumerable<string> Part(JsonObject part) =>
        CardWalk.TypeOf(part) switch
        {
            "TextBlock" => [.. Wrapped(part), .. Worded(part, (string?)part["text"])],
            "RichTextBlock" => Worded(part, string.Concat(part["inlines"]!.AsArray().Select(run => (string?)run!["text"]))),
            "Image" when !HasWords(part, "altText") => ["A picture has no words for those who do not see it."],
            "Table" => ["A table does not fit a phone."],
            "ColumnSet" => Columns(part),
            "Input.ChoiceSet" =>
            [
                .. Labelled(part),
                .. Wrapped(part),
                .. part["choices"]!.AsArray().SelectMany(choice => Worded(part, (string?)choice!["title"])),
            ],
            "Input.Toggle" => [.. Labelled(part), .. Worded(part, (string?)part["title"])],
            ['I', 'n', 'p', 'u', 't', '.', ..] => Labelled(part),
            ['A', 'c', 't', 'i', 'o', 'n', '.', ..] => Worded(part, (string?)part["title"]),
            _ => [],
        };

    private static IEnumerable<string> Labelled(JsonObject input)
    {
        if (!HasWords(input, "label"))
            yield return $"The input {input["id"]} has no label.";
        if ((bool?)input["isRequired"] == true && !HasWords(input, "errorMessage"))
            yield return $"The input {input["id"]} has to be filled in and does not say so when it is not.";
    }

    private static IEnumerable<string> Wrapped(JsonObject part)
    {
        if ((bool?)part["wrap"] != true)
            yield return $"Cut where the column ends: {part.ToJsonString()}";
    }

    // A sign alone is read out by its Unicode name, or not at all.
    private static IEnumerable<string> Worded(JsonObject part, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !text.Any(char.IsLetterOrDigit))
            yield return $"A sign without a word: {part.ToJsonString()}";
    }

    private static IEnumerable<string> Columns(JsonObject set)
    {
        var columns = set["columns"]!.AsArray();
        if (columns.Count > MostColumns)
            yield return $"{columns.Count} columns do not fit a phone.";
        if (columns.All(column => (string?)column!["width"] != "stretch"))
            yield return "No column takes the room that is left.";
        if (CardWalk.Parts(columns).Any(inner => CardWalk.TypeOf(inner) is "ColumnSet"))
            yield return "Columns within columns do not fit a phone.";
    }

    // What is heard first is not to depend on what comes after it: no button before an input that goes with it.
    private static IEnumerable<string> Order(JsonObject card)
    {
        var parts = CardWalk.Parts(card["body"]).ToList();
        var button = parts.FindIndex(part =>
            CardWalk.TypeOf(part) is "Action.Execute" or "Action.Submit" && (string?)part["associatedInputs"] != "none");
        if (
            button >= 0
            && parts.Skip(button).FirstOrDefault(part => CardWalk.TypeOf(part).StartsWith("Input.", StringComparison.Ordinal)) is { } late)
            yield return $"The button {parts[button]["title"]} comes before the input {late["id"]} that it sends.";
    }

    // Out of sight of what stands beside them, two of the same name cannot be told apart.
    private static IEnumerable<string> Twice(JsonObject card) =>
        CardWalk
            .Parts(card)
            .Where(part =>
                CardWalk.TypeOf(part).StartsWith("Input.", StringComparison.Ordinal)
                || CardWalk.TypeOf(part).StartsWith("Action.", StringComparison.Ordinal))
            .GroupBy(part =>
                (
                    CardWalk.TypeOf(part)[..5],
                    (string?)part["label"] ?? (string?)part["title"],
                    CardWalk.TypeOf(part) is "Input.Toggle" ? (string?)part["title"] : null))
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Count()} are called “{same.Key.Item2}”.");

    private static bool HasWords(JsonObject part, string property) => !string.IsNullOrWhiteSpace((string?)part[property]);
}
