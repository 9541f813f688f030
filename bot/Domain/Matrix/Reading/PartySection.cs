using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Tables of one party alone, which only the section heading names ("Customer's recovery responsibilities").</summary>
internal static partial class PartySection
{
    public static IReadOnlyList<Row>? Read(TablePlace place)
    {
        if (place.SectionParty == Party.None || place.Headings.Count != 2 || Explains().IsMatch(place.Headings[1]))
            return null;

        return [.. place.Table.Rows.Select(row => Read(place, row)).OfType<Row>()];
    }

    private static Row? Read(TablePlace place, TableRow row)
    {
        var draft = new RowDraft(place.Section, place.TaskOf(row, 0), row.Line);
        draft.Add(place.SectionParty, place.Statements(row, 1));
        return draft.ToRow(place.Warnings);
    }

    /// <summary>"Types of tasks | Description", "Role | Description": what the words mean, and nobody's duty.</summary>
    [GeneratedRegex(@"^(?:description|definition|meaning|explanation)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex Explains();
}
