using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Reads a Markdown table, rows broken over two lines and attribute lines between them included.</summary>
internal static partial class PipeTable
{
    /// <summary>The line is a table's heading: it has a pipe, and dashes stand below it.</summary>
    public static bool Begins(string[] lines, int at) =>
        lines[at].Contains('|') && at + 1 < lines.Length && lines[at + 1].Contains('-') && Separator().IsMatch(lines[at + 1]);

    public static Table Read(string[] lines, ref int at, WarningList warnings)
    {
        var begun = at + 1;
        var led = lines[at].TrimStart().StartsWith('|');
        var headings = PipeRow.Split(lines[at]).Cells;
        var rows = new List<PipeRow>();
        for (at += 2; at < lines.Length && lines[at].Trim() is { Length: > 0 } line; at++)
        {
            if (line.StartsWith("{:", StringComparison.Ordinal))
                continue;
            if (led && line[0] != '|' && rows.Count > 0 && rows[^1].GoesOnWith(PipeRow.Split(line), headings.Count))
                Join(rows, line, at + 1, warnings);
            else if (line.Contains('|'))
                rows.Add(PipeRow.Split(line) with { Line = at + 1 });
            else
                break;
        }

        return new(
            begun, headings, [.. rows.Select(row => new TableRow(row.Line, row.Cells)).Select(row => row.FitTo(headings.Count, warnings))]);
    }

    private static void Join(List<PipeRow> rows, string line, int number, WarningList warnings)
    {
        warnings.Add(number, $"The row of line {rows[^1].Line} goes on here; both lines were read as one row.");
        rows[^1] = rows[^1].With(PipeRow.Split(line));
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")]
    private static partial Regex Separator();
}
