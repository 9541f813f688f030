using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Inputs;

/// <summary>
/// A person of the company, searched for by the client of Teams; the value is their Entra object id (Teams documentation, "People Picker in
/// Adaptive Cards"). A client that cannot search shows a list with nobody else in it: a card offers another way beside it.
/// </summary>
/// <param name="Chosen">Whom <see cref="Input.Value"/> means, to be shown before anybody is searched for; null for nobody.</param>
public sealed record PeopleInput(string Key, string Label, Choice? Chosen) : Input(Key, Label)
{
    /// <summary>
    /// Everybody in the company. The other data set, <c>?scope=currentContext</c>, has only the members of the conversation: in a personal
    /// chat that is nobody else.
    /// </summary>
    private const string DataSet = "graph.microsoft.com/users";

    public string? Placeholder { get; init; }

    private protected override string Type => "Input.ChoiceSet";

    private protected override void WriteInput(JsonObject json)
    {
        json.Set("placeholder", Placeholder);
        json["style"] = "compact";
        json["wrap"] = true;
        json["choices"] = Chosen is null
            ? []
            : new JsonArray(new JsonObject { ["title"] = PlainText.Line(Chosen.Title), ["value"] = Chosen.Value });
        json["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = DataSet };
    }
}
