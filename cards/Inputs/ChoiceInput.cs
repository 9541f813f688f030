using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>One or more of several given values.</summary>
public sealed record ChoiceInput(string Key, string Label, params IReadOnlyList<Choice> Choices) : Input(Key, Label)
{
    public string? Placeholder { get; init; }

    /// <summary>Shows all choices at once instead of a list that opens.</summary>
    public bool IsExpanded { get; init; }

    /// <summary>Several may be chosen; the value is then a list with commas.</summary>
    public bool IsMultiSelect { get; init; }

    private protected override string Type => "Input.ChoiceSet";

    private protected override void WriteInput(JsonObject json)
    {
        json.Set("placeholder", Placeholder);
        json["style"] = IsExpanded ? "expanded" : "compact";
        json["wrap"] = true;
        json.Set("isMultiSelect", IsMultiSelect);
        json["choices"] = Json.List(
            Choices,
            choice => new JsonObject { ["title"] = PlainText.Line(choice.Title), ["value"] = choice.Value });
    }
}

/// <summary>A value to choose, and the words it is shown with.</summary>
public sealed record Choice(string Title, string Value);
