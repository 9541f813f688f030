using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>A time of day; its value has the form HH:mm.</summary>
public sealed record TimeInput(string Key, string Label) : Input(Key, Label)
{
    private protected override string Type => "Input.Time";

    private protected override void WriteInput(JsonObject json)
    {
    }
}
