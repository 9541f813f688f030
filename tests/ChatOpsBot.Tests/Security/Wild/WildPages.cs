using System.Text;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>
/// Responsibilities pages as nobody writes them: pieces of pages in any order, and a real page with things put in or cut out.
/// </summary>
internal static class WildPages
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "|", "\\|", "---", "|---|---|---|\n", "|:--|:-:|\n", "# ", "## ", "| Task | IBM | You |\n|---|---|---|\n", "| a | b | c |\n", "<table>",
        "</table>", "<tr>", "<td rowspan=\"99999999999\">", "<td colspan=\"-1\">", "<th>", "<ul><li>", "</ul>", "<br>", "\\n", "[", "](", ")", "**", "_", "`", "```\n",
        "<!--", "-->", "{{", "site.data.keyword.x", "}}", "{: caption=\"x\"}", "{: ", "- ", "* ", "1. ", "IBM responsibilities:\n", "You", "Shared", "N/A", "---\n",
        "lastupdated: \"9999-99-99\"\n", "lastupdated: 2026-11-30\n", "years:\n  copyright: -1\n", "&amp;", "&#x110000;", "\0", "\r", "\uFEFF", "\u202e", "\t", "> ", "    ",
    ];

    private static readonly string Real = RealPage();

    public static string Any(Random random) => random.Next(3) switch
    {
        0 => Mixed(random),
        1 => Spoilt(random),
        _ => Spoilt(random)[..random.Next(Real.Length / 2)],
    };

    /// <summary>What is wrong with what the reader makes of a page; empty when nothing is.</summary>
    public static IEnumerable<string> Complaints(string page)
    {
        var matrix = MatrixReader.Read(page);
        var report = MatrixReport.Of(matrix);
        if (matrix.Rows.Any(row => row.Line < 1 || row.Line > page.Length + 1))
            yield return "A row stands on a line that the page does not have.";
        if (matrix.Rows.SelectMany(row => row.Duties).Any(duty => duty.Text.Contains('\n', StringComparison.Ordinal)))
            yield return "A duty has two lines.";
        if (matrix.Rows.Count == 0 && matrix.Warnings.Count == 0)
            yield return "Nothing was read, and nobody is told why.";
        if (report.ToText().Length == 0 || report.ToJson().Contains('\n', StringComparison.Ordinal))
            yield return "The report is no report.";
    }

    private static string Mixed(Random random)
    {
        var page = new StringBuilder();
        for (var left = random.Next(120); left > 0; left--)
            page.Append(random.Next(4) == 0 ? WildText.Any(random) : random.GetItems(Pieces, 1)[0]);
        return page.ToString();
    }

    private static string Spoilt(Random random)
    {
        var page = Real;
        for (var changes = random.Next(1, 12); changes > 0; changes--)
        {
            var at = random.Next(page.Length / 2);
            page = random.Next(4) switch
            {
                0 => page.Remove(at, random.Next(1, 40)),
                1 => page[..at] + page[random.Next(page.Length)..] + page[at..],
                _ => page[..at] + random.GetItems(Pieces, 1)[0] + page[at..],
            };
            if (page.Length < Real.Length || page.Length > 10 * Real.Length)
                page += Real;
            if (page.Length > 20 * Real.Length)
                page = page[..(2 * Real.Length)];
        }

        return page;
    }

    private static string RealPage()
    {
        var assembly = typeof(MatrixLibrary).Assembly;
        var name = assembly.GetManifestResourceNames().Single(it => it.EndsWith("powervs.en.md", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
