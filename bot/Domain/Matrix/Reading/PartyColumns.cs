namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The usual form: a column for the task, one for IBM, one for the client, in any order.</summary>
internal static class PartyColumns
{
    public static IReadOnlyList<Row>? Read(TablePlace place)
    {
        var parties = Parties(place.Headings);
        if (!SaysWhoIsResponsible(place.Headings, parties))
            return null;

        var name = Array.IndexOf(parties, Party.None);
        for (var column = name + 1; column < parties.Length; column++)
            if (parties[column] == Party.None && name >= 0)
                place.Warnings.Add(place.Table.Line, $"The column \"{place.Headings[column]}\" names no party and was not read.");

        var drafts = new List<RowDraft>();
        string? above = null;
        foreach (var row in place.Table.Rows)
        {
            // A row without a name is one more of the name above it.
            if (above is null || name < 0 || place.Name(row, name).Length > 0)
                above = place.TaskOf(row, name);
            var draft = new RowDraft(place.Section, above, row.Line);
            for (var column = 0; column < parties.Length; column++)
                if (parties[column] != Party.None)
                    Add(draft, parties[column], place, row, column);
            drafts.Add(draft);
        }

        return [.. drafts.Select(draft => draft.ToRow(place.Warnings)).OfType<Row>()];
    }

    private static void Add(RowDraft draft, Party party, TablePlace place, TableRow row, int column)
    {
        var (isTheirs, beside) = CellMark.Read(row.Cell(column));
        var statements = place.Text.Statements(beside, row.Line);
        if (isTheirs is false)
            draft.Deny(party, statements);
        else if (isTheirs is true && statements.Count == 0)
            draft.Mark(party);
        else
            draft.Add(party, statements);
    }

    /// <summary>
    /// Both parties have a column; or one has, and it speaks of responsibilities ("What you can do" alone may head anything).
    /// </summary>
    private static bool SaysWhoIsResponsible(IReadOnlyList<string> headings, Party[] parties) =>
        (parties.Contains(Party.Ibm) && parties.Contains(Party.Client))
            || headings.Zip(parties).Any(column => column.Second != Party.None
                && column.First.Contains("responsibilit", StringComparison.OrdinalIgnoreCase));

    /// <summary>The party of every column. Beside "Your responsibilities", those of a product are those of its provider.</summary>
    private static Party[] Parties(IReadOnlyList<string> headings)
    {
        var parties = headings.Select(PartyWords.InColumnHeading).ToArray();
        if (parties.Contains(Party.Client) && !parties.Contains(Party.Ibm))
        {
            var provider = headings.Index()
                .FirstOrDefault(heading => heading.Index > 0 && parties[heading.Index] == Party.None
                    && heading.Item.Contains(" responsibilit", StringComparison.OrdinalIgnoreCase)).Index;
            if (provider > 0)
                parties[provider] = Party.Ibm;
        }

        return parties;
    }
}
