using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>Text that clients draw without markdown (RichTextBlock): the one place for what people typed.</summary>
public sealed record RichText(params IReadOnlyList<TextRun> Runs) : Element
{
    private protected override string Type => "RichTextBlock";

    private protected override void Write(JsonObject json) => json["inlines"] = Json.List(Runs, run => run.ToJson());
}
