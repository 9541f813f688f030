using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Actions;

/// <summary>A button. A closed family.</summary>
public abstract record CardAction(string Title)
{
    /// <summary>A wink to the eye only: Teams promises no style.</summary>
    public ActionStyle Style { get; init; }

    private protected abstract string Type { get; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type, ["title"] = PlainText.Line(Title) };
        json.Set("style", Style);
        Write(json);
        return json;
    }

    private protected abstract void Write(JsonObject json);
}

public enum ActionStyle
{
    Default,
    Positive,
    Destructive,
}
