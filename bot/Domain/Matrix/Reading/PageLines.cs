using System.Text;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The lines of a page without what only an editor sees: line-end styles, byte order mark, HTML comments.</summary>
internal static class PageLines
{
    /// <summary>Real pages stay under 30,000 characters. More than this is not a page, and reading on would only cost time.</summary>
    public const int LongestPage = 1_000_000;

    /// <summary>The longest real cell has 2,000 characters.</summary>
    private const int LongestLine = 20_000;

    public static string[] Of(string page, WarningList warnings)
    {
        if (page.Length > LongestPage)
        {
            page = page[..LongestPage];
            warnings.Add(1, $"The page is longer than {LongestPage:N0} characters; the rest was not read.");
        }

        var lines = WithoutComments(page.TrimStart('\uFEFF').ReplaceLineEndings("\n")).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Length > LongestLine)
            {
                lines[i] = "";
                warnings.Add(i + 1, $"The line is longer than {LongestLine:N0} characters and was not read.");
            }

        return lines;
    }

    /// <summary>Comments go, their line ends stay: a warning must name the line that an editor shows.</summary>
    private static string WithoutComments(string page)
    {
        var text = new StringBuilder(page.Length);
        var at = 0;
        while (page.IndexOf("<!--", at, StringComparison.Ordinal) is var begun and >= 0
            && page.IndexOf("-->", begun, StringComparison.Ordinal) is var end and >= 0)
        {
            text.Append(page, at, begun - at).Append('\n', page.AsSpan(begun..end).Count('\n'));
            at = end + "-->".Length;
        }

        return text.Append(page, at, page.Length - at).ToString();
    }
}
