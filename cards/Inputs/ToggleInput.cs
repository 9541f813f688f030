using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>Yes or no; its value is "true" or "false".</summary>
/// <param name="Title">What is said yes to, beside the box.</param>
public sealed record ToggleInput(string Key, string Label, string Title) : Input(Key, Label)
{
    private protected override string Type => "Input.Toggle";

    private protected override void WriteInput(JsonObject json) => json["title"] = Markdown.Escape(Title);
}
