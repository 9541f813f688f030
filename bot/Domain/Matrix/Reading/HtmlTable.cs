using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Reads an HTML table into the same form as a Markdown one; cells keep their inner HTML.</summary>
internal static class HtmlTable
{
    private const string Opening = "<table";
    private const string Closing = "</table>";

    /// <summary>The longest real one has 9,000 characters. Nesting makes the parser's work grow with the square of the length.</summary>
    private const int LongestTable = 60_000;

    /// <summary>Rows that a cell may reach over; a page that says more says it by mistake.</summary>
    private const int LongestReach = 200;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsKeepingSourceReferences = true });

    public static bool Begins(string line) => line.StartsWith(Opening, StringComparison.OrdinalIgnoreCase);

    public static Table? Read(string[] lines, ref int at, WarningList warnings)
    {
        var begun = at;
        var end = Array.FindIndex(lines, at, line => line.Contains(Closing, StringComparison.OrdinalIgnoreCase));
        if (end < 0)
            warnings.Add(begun + 1, "The table that begins here is never closed.");
        at = end < 0 ? lines.Length : end + 1;

        var html = string.Join('\n', lines[begun..at]);
        if (html.Length > LongestTable)
        {
            html = html[..LongestTable];
            warnings.Add(begun + 1, $"The table that begins here is longer than {LongestTable:N0} characters; the rest was not read.");
        }

        using var document = Parser.ParseDocument(html);
        if (document.QuerySelector(Opening[1..]) is not IHtmlTableElement { Rows: [{ Cells.Length: > 0 }, ..] } table)
        {
            warnings.Add(begun + 1, "The table that begins here has no rows.");
            return null;
        }

        return Read(table, begun, warnings);
    }

    private static Table Read(IHtmlTableElement table, int before, WarningList warnings)
    {
        var reaching = new Dictionary<int, (string Cell, int Rows)>();
        var rows = table.Rows
            .Select(row => new TableRow(before + (row.SourceReference?.Position.Line ?? 1), Cells(row, reaching)))
            .ToList();

        var headings = rows[0].Cells;
        return new(before + 1, headings, [.. rows.Skip(1).Select(row => row.FitTo(headings.Count, warnings))]);
    }

    /// <summary>
    /// Line breaks of the source are blanks in HTML; a cell over several columns is followed by empty ones. A cell that reaches down from a
    /// row above stands in every row it reaches, but for the first one, the name: there the row goes without.
    /// </summary>
    private static List<string> Cells(IHtmlTableRowElement row, Dictionary<int, (string Cell, int Rows)> reaching)
    {
        var cells = new List<string>();
        foreach (var cell in row.Cells)
        {
            Fill(cells, reaching);
            if (Math.Min(cell.RowSpan, LongestReach) is var rows and > 1)
                reaching[cells.Count] = (cells.Count == 0 ? "" : Text(cell), rows - 1);
            cells.Add(Text(cell));
            for (var i = 1; i < Math.Min(cell.ColumnSpan, 10); i++)
                cells.Add("");
        }

        Fill(cells, reaching);
        return cells;
    }

    private static void Fill(List<string> cells, Dictionary<int, (string Cell, int Rows)> reaching)
    {
        while (reaching.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
                reaching[cells.Count] = above with { Rows = above.Rows - 1 };
            cells.Add(above.Cell);
        }
    }

    private static string Text(IHtmlTableCellElement cell) => cell.InnerHtml.ReplaceLineEndings(" ").Trim();
}
