using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Chats;

/// <summary>What a client does when a person fills in a card and presses a button of it.</summary>
/// <param name="Verb">Null where the press does not reach the bot: the client folds, or keeps a value back.</param>
/// <param name="Data">What is sent: the button's own data and the inputs.</param>
/// <param name="Kept">What the client says beside the inputs it does not let go.</param>
/// <param name="Folded">The card with parts shown or hidden.</param>
internal sealed record CardPress(string? Verb, JsonObject Data, IReadOnlyList<string> Kept, JsonNode? Folded)
{
    /// <exception cref="FormatException">No person could do this with the card.</exception>
    public static CardPress Of(JsonNode card, Press press)
    {
        var button = CardTree.Shown(card).FirstOrDefault(node => (string?)node["title"] == press.Button && IsButton(node))
            ?? throw new FormatException($"The card has no button \"{press.Button}\".");
        if ((string?)button["type"] == "Action.ToggleVisibility")
            return new(null, [], [], Fold(card, button["targetElements"]!.AsArray()));

        var inputs = Fill(card, press);
        var data = (JsonObject?)button["data"]?.DeepClone() ?? [];
        if ((string?)button["associatedInputs"] == "none")
            return new((string)button["verb"]!, data, [], null);

        // An input without a value is left out of the data: SubmitActionBase.internalPrepareForExecution of npm adaptivecards,
        // which Teams draws with. Other renderers send it as "" (github.com/microsoft/AdaptiveCards issue 652 and pull 4458).
        foreach (var input in inputs.Where(input => press.SendsEmpty || input.Value.Length > 0))
            data[input.Id] = input.Value;
        return new((string)button["verb"]!, data, [.. inputs.Where(input => !input.Passes()).Select(input => input.ErrorMessage)], null);
    }

    private static List<CardInput> Fill(JsonNode card, Press press)
    {
        var inputs = CardTree.All(card).Where(IsInput).Select(input => new CardInput(input)).ToList();
        var shown = CardTree.Shown(card).Where(IsInput).Select(input => (string)input["id"]!).ToHashSet();
        if (press.Choice is { } choice)
            inputs.First(input => input.Id == Lists(card).First()).Fill(choice);
        foreach (var (name, said) in press.Fills)
        {
            var input = inputs.Find(input => input.IsCalled(name)) ?? throw new FormatException($"The card has no input \"{name}\".");
            if (!shown.Contains(input.Id))
                throw new FormatException($"\"{name}\" is folded away: press the button that shows it first.");
            input.Fill(said);
        }

        return inputs;
    }

    private static JsonNode Fold(JsonNode card, JsonArray targets)
    {
        var folded = card.DeepClone();
        var ids = targets.Select(target => target is JsonObject named ? (string)named["elementId"]! : (string)target!).ToHashSet();
        foreach (var element in CardTree.All(folded).Where(node => (string?)node["id"] is { } id && ids.Contains(id)))
            element["isVisible"] = (bool?)element["isVisible"] == false;
        return folded;
    }

    private static IEnumerable<string> Lists(JsonNode card) =>
        CardTree.Shown(card).Where(node => (string?)node["type"] == "Input.ChoiceSet").Select(node => (string)node["id"]!);

    private static bool IsButton(JsonObject node) => (string?)node["type"] is "Action.Execute" or "Action.ToggleVisibility";

    private static bool IsInput(JsonObject node) => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true;
}
