using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Tables whose cells are nothing but the party's name. Every cell becomes a row of the matrix.</summary>
internal static partial class PartyGrid
{
    public static IReadOnlyList<Row>? Read(TablePlace place)
    {
        var named = place.Table.Rows.SelectMany(row => place.Columns.Select(column => PartyWords.InCell(place.Name(row, column)))).ToList();
        if (
            !named.Any(party => party is Party.Ibm or Party.Client or Party.Both)
            || named.Count(party => party is not null) * 2 < named.Count)
            return null;

        return [.. place.Table.Rows.SelectMany(row => place.Columns.Select(column => Read(place, row, column)))];
    }

    private static Row Read(TablePlace place, TableRow row, int column)
    {
        var (task, area, word) = (place.TaskOf(row, 0), place.Headings[column], place.Name(row, column));
        var party = PartyWords.InCell(word);
        if (party is null)
            place.Warnings.Add(row.Line, $"\"{word}\" ({task}, {area}) is neither IBM nor you; the row names nobody.");

        return new()
        {
            Section = place.Section,
            Task = task,
            Area = Owner().IsMatch(area) ? null : area,
            Line = row.Line,
            Duties = [],
            Party = party ?? Party.None,
        };
    }

    /// <summary>A heading that says "here stands the party" and is no area of its own.</summary>
    [GeneratedRegex(@"^(?:owner(?:ship)?|(?:responsible )?party|responsible|responsibility|who)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Owner();
}
