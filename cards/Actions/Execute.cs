using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Actions;

/// <summary>
/// Sends a verb and its data to the bot, which answers with the card that takes this one's place (Universal Actions).
/// A client that does not know it sends the same as an <see cref="Submit"/>, with the verb among the data.
/// </summary>
public sealed record Execute(string Title, string Verb) : CardAction(Title)
{
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>Sends no typed values and checks none: for "back" and "cancel".</summary>
    public bool IgnoresInputs { get; init; }

    private protected override string Type => "Action.Execute";

    private protected override void Write(JsonObject json)
    {
        json["verb"] = Verb;
        json["data"] = Submit.DataOf(Data);
        json.Set("associatedInputs", IgnoresInputs ? "none" : null);
        json["fallback"] = new Submit(Title)
        {
            Data = new Dictionary<string, string>(Data) { [Submit.VerbKey] = Verb },
            IgnoresInputs = IgnoresInputs,
            Style = Style,
        }.ToJson();
    }
}
