using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Actions;

/// <summary>Sends data to the bot as a message without text.</summary>
public sealed record Submit(string Title) : CardAction(Title)
{
    /// <summary>Where the fallback of an <see cref="Execute"/> carries its verb.</summary>
    public const string VerbKey = "verb";

    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    public bool IgnoresInputs { get; init; }

    private protected override string Type => "Action.Submit";

    internal static JsonObject DataOf(IReadOnlyDictionary<string, string> data) =>
        new(data.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private protected override void Write(JsonObject json)
    {
        json["data"] = DataOf(Data);
        json.Set("associatedInputs", IgnoresInputs ? "none" : null);
    }
}
