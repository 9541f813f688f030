using ChatOpsBot.Domain.Matrix.Reading;

namespace ChatOpsBot.Domain.Matrix;

/// <summary>
/// Reads a responsibilities page as the provider writes them (Markdown with a table per area, and every other form met on real
/// pages). Anything may be given to it: what is no such page yields no rows and warnings that say so.
/// </summary>
public static class MatrixReader
{
    public static ResponsibilityMatrix Read(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var warnings = new WarningList();
        var lines = PageLines.Of(page, warnings);
        var front = FrontMatter.Read(lines, warnings);
        var body = new PageBody(new(new(warnings)), warnings);
        var rows = body.Read([.. new BlockScanner(lines, warnings).From(front.Body)]);
        if (body.Title.Length == 0)
            warnings.Add(1, "The page has no title (a line that begins with \"# \").");
        if (rows.Count == 0)
            warnings.Add(1, "The page names no responsibility in a form that can be read.");

        return new()
        {
            Title = body.Title,
            Updated = front.Updated,
            Source = front.Source,
            Rows = WithRepeats(rows),
            Warnings = warnings.InPageOrder(),
        };
    }

    private static List<Row> WithRepeats(IReadOnlyList<Row> rows)
    {
        var seen = new Dictionary<(string, string, string?), int>();
        return [.. rows.Select(row =>
        {
            var name = (row.Section, row.Task, row.Area);
            var before = seen.GetValueOrDefault(name);
            seen[name] = before + 1;
            return before == 0 ? row : row with { Repeat = before };
        })];
    }
}
