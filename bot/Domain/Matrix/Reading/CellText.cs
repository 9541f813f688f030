using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Takes a cell, or any other piece of a page, down to plain statements.</summary>
internal sealed partial class CellText(PageVariables variables)
{
    /// <summary>
    /// Every statement of the cell. Statements end where the page breaks the line: an HTML break, a list entry, or the two characters
    /// backslash and n, by which the provider's tables break lines.
    /// </summary>
    public IReadOnlyList<string> Statements(string cell, int line)
    {
        var text = LineBreak().Replace(Decoration().Replace(variables.Named(cell, line), ""), "\n");
        return [.. CellHtml.ToLines(text).Split('\n').Select(Plain).Where(statement => statement.Any(char.IsLetterOrDigit))];
    }

    /// <summary>The cell as a name: one line.</summary>
    public string Name(string cell, int line) => string.Join("; ", Statements(cell, line));

    private static string Plain(string line) =>
        LostBlank().Replace(Blanks().Replace(InlineMarkdown.ToText(BulletSign().Replace(line.Trim(), "")), " "), "").Trim();

    /// <summary>Attributes of a link (<c>{: external}</c>) and footnote references.</summary>
    [GeneratedRegex(@"\{:[^{}]*\}|\[\^[^\[\]]*\]")]
    private static partial Regex Decoration();

    /// <summary>Not before a small letter: that would be a word after a backslash, as in a path.</summary>
    [GeneratedRegex(@"\\n(?![a-z])")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^(?:(?:[-*+•]|\d{1,2}[.)])(?:\s+|$))+")]
    private static partial Regex BulletSign();

    /// <summary>A blank before a comma or full stop, left where a picture or a footnote stood.</summary>
    [GeneratedRegex(@" (?=[,.;](?: |$))")]
    private static partial Regex LostBlank();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
