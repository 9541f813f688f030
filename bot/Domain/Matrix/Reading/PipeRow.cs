namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>One line of a Markdown table.</summary>
/// <param name="Closed">The line ends with a pipe.</param>
internal sealed record PipeRow(IReadOnlyList<string> Cells, bool Closed, int Line = 0)
{
    public static PipeRow Split(string line)
    {
        line = line.Trim();
        var cells = new List<string>();
        var begun = line.StartsWith('|') ? 1 : 0;
        for (var i = begun; i < line.Length; i++)
            if (line[i] == '|' && line[Math.Max(i - 1, 0)] != '\\')
            {
                cells.Add(Cell(line[begun..i]));
                begun = i + 1;
            }

        var closed = begun >= line.Length && cells.Count > 0;
        if (!closed)
            cells.Add(Cell(line[begun..]));
        return new(cells, closed);
    }

    /// <summary>The next line, which begins without a pipe, belongs to this row: something is missing here and fits in there.</summary>
    public bool GoesOnWith(PipeRow rest, int columns) =>
        (!Closed || Cells.Count < columns) && Cells.Count + rest.Cells.Count - 1 <= columns;

    /// <summary>The row with the line that goes on with it: that line's first cell carries on the last one here.</summary>
    public PipeRow With(PipeRow rest)
    {
        var carriedOn = rest.Cells[0].Any(char.IsLetterOrDigit)
            ? Cells[^1] + (Closed ? "\n" : " ") + rest.Cells[0]
            : Cells[^1] + rest.Cells[0];
        return this with { Cells = [.. Cells.SkipLast(1), carriedOn, .. rest.Cells.Skip(1)], Closed = rest.Closed };
    }

    private static string Cell(string text) => text.Replace(@"\|", "|", StringComparison.Ordinal).Trim();
}
