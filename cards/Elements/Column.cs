using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
public sealed record Column(params IReadOnlyList<Element> Items)
{
    /// <summary>Takes the room that is left instead of as much as its content needs.</summary>
    public bool Stretches { get; init; }

    internal JsonObject ToJson() => new()
    {
        ["type"] = "Column",
        ["width"] = Stretches ? "stretch" : "auto",
        ["items"] = Json.List(Items, item => item.ToJson()),
    };
}
