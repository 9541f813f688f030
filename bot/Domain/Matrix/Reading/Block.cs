namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A piece of a page that can subject to the matrix. Texts are raw: Markdown, HTML and variables still in them.</summary>
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
    /// <summary>A cell; empty where the row has none.</summary>
    public string Cell(int column) => Cells.ElementAtOrDefault(column) ?? "";

    /// <summary>The row with as many cells as the table has headings. Pages leave the last cell out where that party has no duty.</summary>
    public TableRow FitTo(int columns, WarningList warnings)
    {
        if (Cells.Count < columns)
            warnings.Add(Line, $"The row has {Cells.Count} of {columns} cells; the missing ones were read as empty.");
        if (Cells.Count <= columns)
            return this;

        warnings.Add(Line, $"The row has {Cells.Count} cells under {columns} headings; the last ones were read as one.");
        return this with { Cells = [.. Cells.Take(columns - 1), string.Join('\n', Cells.Skip(columns - 1))] };
    }
}
