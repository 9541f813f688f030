using System.Net;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A cell that says by a mark alone whether the task is its column's: a check mark, "X", "Yes", "No".</summary>
internal static partial class CellMark
{
    /// <returns>Null for a cell that says more, or something else.</returns>
    public static bool? Of(string cell) => Bare(cell) switch
    {
        "✔" or "✓" or "✅" or "☑" or "🗸" or "●" or "•" or "⬤" or "■" or "x" or "yes" or "y" or "checkmark" or "check mark" or "checked" => true,
        "✘" or "✗" or "❌" or "☐" or "○" or "no" or "n" or "-" or "–" or "—" => false,
        _ => null,
    };

    // Pages draw the mark as an icon as well, whose text says what it is.
    private static string Bare(string cell) =>
        Variation().Replace(Icon().Replace(WebUtility.HtmlDecode(cell), "$1"), "").Trim(' ', '\t', '*', '_', '`', '.').ToLowerInvariant();

    [GeneratedRegex(@"^\s*!\[\s*([^\]]*?)(?:\s+icon)?\s*\]\([^()]*\)(?:\{:[^{}]*\})?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Icon();

    // Emoji or text style of the sign before it.
    [GeneratedRegex("[\uFE0E\uFE0F]")]
    private static partial Regex Variation();
}
