using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Grids that name the party in sentences: "IBM owns ...", "Client owns and manages ...".</summary>
internal static partial class OwnerProse
{
    public static IReadOnlyList<Row>? Read(TablePlace place)
    {
        var columns = Columns(place).ToList();
        var owned = place.Table.Rows.Sum(row => columns.Count(column => PartyWords.InOwnership(place.Name(row, column)) != Party.None));
        if (owned == 0 || owned * 2 < place.Table.Rows.Count * columns.Count)
            return null;

        return [.. place.Table.Rows.SelectMany(row => columns.Select(column => Read(place, row, column))).OfType<Row>()];
    }

    private static Row? Read(TablePlace place, TableRow row, int column)
    {
        var area = place.Headings[column];
        var task = place.TaskOf(row, 0);
        var draft = new RowDraft(place.Section, task, row.Line);
        foreach (var sentence in place.Statements(row, column).SelectMany(statement => SentenceEnd().Split(statement)))
            if (PartyWords.InOwnership(sentence) is var owner and not Party.None)
                Add(draft, owner, sentence);
            else if (Weighing.Of(sentence, Party.None) != Weight.Nothing)
                place.Warnings.Add(row.Line, $"\"{sentence}\" ({task}, {area}) does not say whose it is; it was not read.");
        return draft.ToRow(place.Warnings, area);
    }

    private static void Add(RowDraft draft, Party owner, string sentence)
    {
        foreach (var party in new[] { Party.Ibm, Party.Client }.Where(party => owner.HasFlag(party)))
            draft.Add(party, sentence);
    }

    /// <summary>A description says what the thing is, not whose it is.</summary>
    private static IEnumerable<int> Columns(TablePlace place) =>
        place.Columns.Where(column => !place.Headings[column].Equals("Description", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
