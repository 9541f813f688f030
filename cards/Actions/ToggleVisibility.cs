using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Actions;

/// <summary>Shows or hides elements by their ids, without asking the bot.</summary>
public sealed record ToggleVisibility(string Title, params IReadOnlyList<string> Targets) : CardAction(Title)
{
    private protected override string Type => "Action.ToggleVisibility";

    private protected override void Write(JsonObject json) =>
        json["targetElements"] = Json.List(Targets, target => JsonValue.Create(target));
}
