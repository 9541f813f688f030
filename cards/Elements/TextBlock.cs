using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>The bot's own words. Clients read markdown here, so the text is escaped and shown as it stands.</summary>
public sealed record TextBlock(string Text) : Element
{
    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public TextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    /// <summary>Marks the text as a heading for screen readers.</summary>
    public bool IsHeading { get; init; }

    private protected override string Type => "TextBlock";

    private protected override void Write(JsonObject json)
    {
        json["text"] = Markdown.Escape(Text);
        json["wrap"] = true;
        json.Set("size", Size);
        json.Set("weight", Weight);
        json.Set("color", Color);
        json.Set("isSubtle", IsSubtle);
        json.Set("style", IsHeading ? "heading" : null);
    }
}
