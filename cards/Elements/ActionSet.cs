using System.Text.Json.Nodes;
using ChatOpsBot.Cards.Actions;

namespace ChatOpsBot.Cards.Elements;

/// <summary>Buttons inside the body, beside what they are about.</summary>
public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : Element
{
    private protected override string Type => "ActionSet";

    private protected override void Write(JsonObject json) => json["actions"] = Json.List(Actions, action => action.ToJson());
}
