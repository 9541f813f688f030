using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>A day; its value has the form yyyy-MM-dd.</summary>
public sealed record DateInput(string Key, string Label) : Input(Key, Label)
{
    public DateOnly? Earliest { get; init; }

    public DateOnly? Latest { get; init; }

    private protected override string Type => "Input.Date";

    private protected override void WriteInput(JsonObject json)
    {
        json.Set("min", Earliest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Set("max", Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
