namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The forms that responsibility tables come in. The first reader that recognises its form reads the table.</summary>
internal static class TableShapes
{
    private static readonly Func<TablePlace, IReadOnlyList<Row>?>[] Readers =
        [PartyColumns.Read, PartyLinesInCells.Read, PartyGrid.Read, PartySection.Read, OwnerProse.Read];

    public static IReadOnlyList<Row> Read(TablePlace place)
    {
        foreach (var read in Readers)
            if (read(place) is { } rows)
                return rows;

        place.Warnings.Add(
            place.Table.Line,
            $"The table with the columns {string.Join(", ", place.Headings.Select(heading => $"\"{heading}\""))} does not say who is responsible; it was not read.");
        return [];
    }
}
