using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>A stretch of a <see cref="RichText"/> with one look.</summary>
public sealed record TextRun(string Text)
{
    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public TextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Struck out: it was said, and was wrong.</summary>
    public bool IsStruck { get; init; }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = "TextRun", ["text"] = PlainText.Of(Text) };
        json.Set("size", Size);
        json.Set("weight", Weight);
        json.Set("color", Color);
        json.Set("isSubtle", IsSubtle);
        json.Set("italic", IsItalic);
        json.Set("strikethrough", IsStruck);
        return json;
    }
}
