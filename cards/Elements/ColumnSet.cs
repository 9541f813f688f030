using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Elements;

/// <summary>Columns side by side. A phone is 360 pixels wide: two narrow ones at most.</summary>
public sealed record ColumnSet(params IReadOnlyList<Column> Columns) : Element
{
    private protected override string Type => "ColumnSet";

    private protected override void Write(JsonObject json) => json["columns"] = Json.List(Columns, column => column.ToJson());
}
