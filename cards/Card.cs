using System.Text.Json.Nodes;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;

namespace ChatOpsBot.Cards;

/// <summary>An Adaptive Card 1.5 as Teams draws it.</summary>
public sealed record Card
{
    /// <summary>The newest version that Teams draws; a newer one shows the fallback text alone.</summary>
    public const string Version = "1.5";

    /// <summary>One plain sentence with the card's summary: the notification, and what a screen reader says first.</summary>
    public required string Summary
    {
        get;
        init => field = PlainText.Line(value);
    }

    public IReadOnlyList<Element> Body { get; init; } = [];

    /// <summary>The buttons below the card.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>What a screen reader says instead of reading the body; null leaves it to the body.</summary>
    public string? Speak { get; init; }

    /// <summary>Two-letter code of the language the card is written in.</summary>
    public string? Language { get; init; }

    /// <summary>The card as the client reads it, a new tree at each call.</summary>
    /// <exception cref="CardLimitException">The card breaks a limit of <see cref="CardLimits"/>.</exception>
    public JsonObject ToJson()
    {
        var json = Write();
        CardLimits.Check(this, json);
        return json;
    }

    internal JsonObject Write()
    {
        var json = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["fallbackText"] = Summary,
            ["body"] = Json.List(Body, element => element.ToJson()),
        };
        json.Set("speak", Speak is null ? null : PlainText.Line(Speak));
        json.Set("lang", Language);
        if (Actions.Count > 0)
            json["actions"] = Json.List(Actions, action => action.ToJson());
        return json;
    }
}
