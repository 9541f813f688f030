using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

public sealed record TextInput(string Key, string Label) : Input(Key, Label)
{
    public string? Placeholder { get; init; }

    public bool IsMultiline { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>A regular expression the client checks the value with.</summary>
    public string? Pattern { get; init; }

    private protected override string Type => "Input.Text";

    private protected override void WriteInput(JsonObject json)
    {
        json.Set("placeholder", Placeholder);
        json.Set("isMultiline", IsMultiline);
        json.Set("regex", Pattern);
        if (MaxLength is not { } length)
            return;

        json["maxLength"] = length;
        // What is too long to be entered is too long to be shown: a message holds more than a whole card.
        if (Value?.Length > length)
            json["value"] = PlainText.Clip(PlainText.Of(Value), length);
    }
}
