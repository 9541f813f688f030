namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A table and where on the page it stands.</summary>
/// <param name="SectionParty">The party that the section heading names, if it names one.</param>
internal sealed record TablePlace(Table Table, string Section, Party SectionParty, CellText Text, WarningList Warnings)
{
    private IReadOnlyList<string>? _headings;

    public IReadOnlyList<string> Headings => _headings ??= [.. Table.Headings.Select(heading => Text.Name(heading, Table.Line))];

    /// <summary>The columns beside the first, which names the row.</summary>
    public IEnumerable<int> Columns => Enumerable.Range(1, Math.Max(Headings.Count - 1, 0));

    public string Name(TableRow row, int column) => Text.Name(row.Cell(column), row.Line);

    public IReadOnlyList<string> Statements(TableRow row, int column) => Text.Statements(row.Cell(column), row.Line);

    /// <summary>The name of a row, or of its section where the page gives the row none.</summary>
    public string TaskOf(TableRow row, int column)
    {
        if (Name(row, column) is { Length: > 0 } task)
            return task;

        Warnings.Add(row.Line, $"The row has no name; it is called \"{Section}\" like its section.");
        return Section;
    }
}
