namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Tables whose cells hold both lists, each below a line of its own: "IBM responsibilities:".</summary>
internal static class PartyLinesInCells
{
    public static IReadOnlyList<Row>? Read(TablePlace place)
    {
        if (!place.Table.Rows.Any(row => AllStatements(place, row).Any(statement => PartyWords.InListHeading(statement) != Party.None)))
            return null;

        return [.. place.Table.Rows.Select(row => Read(place, row)).OfType<Row>()];
    }

    private static Row? Read(TablePlace place, TableRow row)
    {
        var draft = new RowDraft(place.Section, place.TaskOf(row, 0), row.Line);
        var party = Party.None;
        foreach (var statement in AllStatements(place, row))
            if (PartyWords.InListHeading(statement) is var named and not Party.None)
                party = named;
            else if (party != Party.None)
                draft.Add(party, statement);
            else
                place.Warnings.Add(row.Line, $"\"{statement}\" stands before any party is named; it was not read.");
        return draft.ToRow(place.Warnings);
    }

    private static IEnumerable<string> AllStatements(TablePlace place, TableRow row) =>
        place.Columns.SelectMany(column => place.Statements(row, column));
}
