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
        foreach (var row in place.Table.Rows)
        {
            if (drafts.Count == 0 || name < 0 || place.Name(row, name).Length > 0)
                drafts.Add(new(place.Section, place.TaskOf(row, name), row.Line));
            for (var column = 0; column < parties.Length; column++)
                if (parties[column] != Party.None)
                    Add(drafts[^1], parties[column], place, row, column);
        }

        return [.. drafts.Select(draft => draft.ToRow(place.Warnings)).OfType<Row>()];
    }

    private static void Add(RowDraft draft, Party party, TablePlace place, TableRow row, int column)
    {
        if (CellMark.Of(row.Cell(column)) is not { } isTheirs)
            draft.Add(party, place.Statements(row, column));
        else if (isTheirs)
            draft.Mark(party);
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
