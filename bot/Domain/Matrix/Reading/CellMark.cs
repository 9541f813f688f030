using System.Net;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A cell that says by a mark whether the task is its column's: a check mark, "X", "Yes", "No"; alone or before a text.</summary>
internal static partial class CellMark
{
    /// <returns>Whether the task is the column's, null where no mark says so; and what the cell says beside the mark.</returns>
    public static (bool? IsTheirs, string Beside) Read(string cell)
    {
        var bare = Icon().Replace(WebUtility.HtmlDecode(cell), "$1$2");
        if (Of(Variation().Replace(bare, "").Trim(' ', '\t', '*', '_', '`', '.').ToLowerInvariant()) is { } isTheirs)
            return (isTheirs, "");
        if (Ahead().Match(bare) is { Success: true } mark)
            return (mark.Groups["yes"].Success, bare[mark.Length..]);
        return Behind().Match(bare) is { Success: true } last ? (true, bare[..last.Index]) : (null, cell);
    }

    private static bool? Of(string bare) => bare switch
    {
        "x" or "y" or "yes" or "•" or "checkmark" or "check mark" or "checked" => true,
        "n" or "no" or "-" or "–" or "—" or "cross mark" or "unchecked" => false,
        _ when Signs().Match(bare) is { Success: true } sign => sign.Groups["yes"].Success,
        _ => null,
    };

    private const string Yes = "✔|✓|✅|☑|🗸|●|⬤|■|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):";
    private const string No = "✘|✗|✖|❌|☐|○|:x:";
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("^(?:(?<yes>" + Yes + ")|" + No + ")$", Loose)]
    private static partial Regex Signs();

    /// <summary>A word or letter needs a sign behind it to be a mark and no part of the text: "Yes, daily", "X (on request)".</summary>
    [GeneratedRegex(
        "^[\\s*_]*(?:(?<yes>(?:" + Yes + ")\uFE0F?|(?:yes|x)\\b(?=[\\s*_]*(?:[,;:(–—-]|<br|\\\\n)))|(?:" + No
            + ")\uFE0F?|no\\b(?=[\\s*_]*(?:[,;:(–—]|- |<br|\\\\n)))[\\s*_]*[,;:–—-]?",
        Loose)]
    private static partial Regex Ahead();

    [GeneratedRegex("(?:" + Yes + ")\uFE0F?[\\s*_]*$", Loose)]
    private static partial Regex Behind();

    // Pages draw the mark as an icon as well, whose text says what it is.
    [GeneratedRegex(
        @"^\s*(?:!\[\s*([^\]]*?)(?:\s+icon)?\s*\]\([^()]*\)(?:\{:[^{}]*\})?"
            + @"|<img\b[^<>]*\balt=""\s*([^""]*?)(?:\s+icon)?\s*""[^<>]*>)\s*$",
        Loose)]
    private static partial Regex Icon();

    // Emoji or text style of the sign before it.
    [GeneratedRegex("[\uFE0E\uFE0F]")]
    private static partial Regex Variation();
}
