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
        var rows = new List<TableRow>();
        var nameReaches = 0;
        foreach (var row in table.Rows)
        {
            var cells = Cells(row).ToList();
            if (nameReaches-- > 0)
                cells.Insert(0, "");
            else
                nameReaches = (row.Cells.Length > 0 ? row.Cells[0].RowSpan : 1) - 1;
            rows.Add(new(before + (row.SourceReference?.Position.Line ?? 1), cells));
        }

        var headings = rows[0].Cells;
        return new(before + 1, headings, [.. rows.Skip(1).Select(row => row.FitTo(headings.Count, warnings))]);
    }

    /// <summary>Line breaks of the source are blanks in HTML; a cell over several columns is followed by empty ones.</summary>
    private static IEnumerable<string> Cells(IHtmlTableRowElement row)
    {
        foreach (var cell in row.Cells)
        {
            yield return cell.InnerHtml.ReplaceLineEndings(" ").Trim();
            for (var i = 1; i < Math.Min(cell.ColumnSpan, 10); i++)
                yield return "";
        }
    }
}
