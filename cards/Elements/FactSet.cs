using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>
/// Titles and values in two columns. Escaped like a <see cref="TextBlock"/>; what people typed belongs in <see cref="RichText"/>.
/// </summary>
public sealed record FactSet(params IReadOnlyList<Fact> Facts) : Element
{
    private protected override string Type => "FactSet";

    private protected override void Write(JsonObject json) =>
        json["facts"] = Json.List(
            Facts,
            fact => new JsonObject { ["title"] = Markdown.Escape(fact.Title), ["value"] = Markdown.Escape(fact.Value) });
}

/// <summary>A line of a <see cref="FactSet"/>.</summary>
public sealed record Fact(string Title, string Value);
