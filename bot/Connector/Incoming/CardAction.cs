using System.Text.Json;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>A pressed <c>Action.Execute</c>: the <c>value</c> of an <c>adaptiveCard/action</c> invoke.</summary>
/// <param name="Verb">Names what the button does.</param>
/// <param name="Data">The button's own values and what was typed into the card. Comes from outside: check it.</param>
/// <param name="IsAutomatic">The client refreshed the card by itself; nobody pressed anything.</param>
public sealed record CardAction(string? Id, string? Verb, JsonElement? Data, bool IsAutomatic)
{
    /// <summary>Name of the invoke that carries a press.</summary>
    public const string InvokeName = "adaptiveCard/action";

    internal static CardAction? Read(JsonElement? value) =>
        value.Child("action") is { ValueKind: JsonValueKind.Object } action
            ? new CardAction(
                ((JsonElement?)action).String("id"),
                ((JsonElement?)action).String("verb"),
                ((JsonElement?)action).Child("data"),
                value.String("trigger") is "automatic")
            : null;
}
