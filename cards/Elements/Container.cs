using System.Text.Json.Nodes;
using ChatOpsBot.Cards.Actions;

namespace ChatOpsBot.Cards.Elements;

/// <summary>Elements that belong together, with a background of their own where wanted.</summary>
public sealed record Container(params IReadOnlyList<Element> Items) : Element
{
    public ContainerStyle Style { get; init; }

    /// <summary>Lets the background reach the card's edges.</summary>
    public bool Bleed { get; init; }

    /// <summary>What a press anywhere on it does. Not counted among the buttons of a card.</summary>
    public Execute? Press { get; init; }

    private protected override string Type => "Container";

    private protected override void Write(JsonObject json)
    {
        json.Set("style", Style);
        json.Set("bleed", Bleed);
        if (Press is { } press)
            json["selectAction"] = press.ToJson();
        json["items"] = Json.List(Items, item => item.ToJson());
    }
}
