using System.Text.Json.Nodes;
using ChatOpsBot.Cards.Elements;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>Something to fill in. Its <see cref="Element.Id"/> is the key of the typed value.</summary>
public abstract record Input : Element
{
    private protected Input(string id, string label)
    {
        Id = id;
        Label = label;
    }

    /// <summary>What is asked; screen readers say it with the field.</summary>
    public string Label { get; }

    /// <summary>The value shown at first, as the client sends it back.</summary>
    public string? Value { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What the client shows when its own check of the field fails.</summary>
    public string? ErrorMessage { get; init; }

    private protected sealed override void Write(JsonObject json)
    {
        json["label"] = PlainText.Line(Label);
        json.Set("value", Value is null ? null : PlainText.Of(Value));
        json.Set("isRequired", IsRequired);
        json.Set("errorMessage", ErrorMessage is null ? null : PlainText.Line(ErrorMessage));
        WriteInput(json);
    }

    private protected abstract void WriteInput(JsonObject json);
}
