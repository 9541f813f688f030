using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>Something drawn in the body of a card. A closed family: what is not here, the bot does not draw.</summary>
public abstract record Element
{
    private protected Element()
    {
    }

    /// <summary>Names the element for <see cref="Actions.ToggleVisibility"/>; for inputs, the key of the typed value.</summary>
    public string? Id { get; init; }

    /// <summary>The gap above the element.</summary>
    public Spacing Spacing { get; init; }

    /// <summary>A line above the element.</summary>
    public bool Separator { get; init; }

    public bool IsVisible { get; init; } = true;

    private protected abstract string Type { get; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type };
        json.Set("id", Id);
        json.Set("spacing", Spacing);
        json.Set("separator", Separator);
        json.Set("isVisible", IsVisible, usual: true);
        Write(json);
        return json;
    }

    private protected abstract void Write(JsonObject json);
}
