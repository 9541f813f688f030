namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A piece of a page that can matter to the matrix. Texts are raw: Markdown, HTML and variables still in them.</summary>
/// <param name="Line">Line of the page where it begins, from 1.</param>
internal abstract record Block(int Line);

internal sealed record Heading(int Line, int Level, string Text) : Block(Line);

/// <summary>A line of prose.</summary>
internal sealed record Prose(int Line, string Text) : Block(Line);

/// <summary>An entry of a bullet list.</summary>
internal sealed record Bullet(int Line, string Text) : Block(Line);

internal sealed record Table(int Line, IReadOnlyList<string> Headings, IReadOnlyList<TableRow> Rows) : Block(Line);

internal sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A cell; empty where the row ends before it.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}
