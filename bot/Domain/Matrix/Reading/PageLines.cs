using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The lines of a page without what only an editor sees: line-end styles, byte order mark, HTML comments.</summary>
internal static partial class PageLines
{
    /// <summary>Real pages stay under 30,000 characters. More than this is not a page, and reading on would only cost time.</summary>
    public const int LongestPage = 1_000_000;

    /// <summary>The longest real cell has 2,000 characters.</summary>
    private const int LongestLine = 50_000;

    public static string[] Of(string page, WarningList warnings)
    {
        if (page.Length > LongestPage)
        {
            page = page[..LongestPage];
            warnings.Add(1, $"The page is longer than {LongestPage:N0} characters; the rest was not read.");
        }

        var lines = Comment().Replace(page.TrimStart('\uFEFF').ReplaceLineEndings("\n"), KeepLineCount).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Length > LongestLine)
            {
                lines[i] = "";
                warnings.Add(i + 1, $"The line is longer than {LongestLine:N0} characters and was not read.");
            }

        return lines;
    }

    private static string KeepLineCount(Match comment) => new('\n', comment.ValueSpan.Count('\n'));

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
