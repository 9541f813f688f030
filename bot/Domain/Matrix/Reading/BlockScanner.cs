using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Cuts a page into headings, tables, bullets and prose.</summary>
/// <remarks>
/// Line by line rather than by a Markdown parser: attribute lines (<c>{: caption=…}</c>) would become table rows there, broken rows
/// would lose their place, and the line number is what a warning is worth.
/// </remarks>
internal sealed partial class BlockScanner(string[] lines, WarningList warnings)
{
    private int _at;

    public IEnumerable<Block> From(int start)
    {
        for (_at = start; _at < lines.Length;)
            if (Next() is { } block)
                yield return block;
    }

    private Block? Next()
    {
        var line = lines[_at].Trim();
        if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            return SkipCode(line[..3]);
        if (line.Length == 0 || line.StartsWith("{:", StringComparison.Ordinal))
            return Take<Block>(null);
        if (HeadingLine().Match(line) is { Success: true } heading)
            return Take(new Heading(_at + 1, heading.Groups[1].Length, heading.Groups[2].Value));
        if (PipeTable.Begins(lines, _at))
            return PipeTable.Read(lines, ref _at, warnings);
        if (HtmlTable.Begins(line))
            return HtmlTable.Read(lines, ref _at, warnings);
        if (BulletLine().Match(line) is { Success: true } bullet)
            return TakeBullet(bullet.Groups[1].Value);

        WarnOfWhatIsElsewhere(line);
        return Take(new Prose(_at + 1, line));
    }

    private T? Take<T>(T? block) where T : Block
    {
        _at++;
        return block;
    }

    private Bullet TakeBullet(string text)
    {
        var begun = _at++;
        while (_at < lines.Length && ContinuesBullet(lines[_at]))
            text += " " + lines[_at++].Trim();
        return new(begun + 1, text);
    }

    private static bool ContinuesBullet(string line) =>
        line.StartsWith("  ", StringComparison.Ordinal) && line.Trim() is { Length: > 0 } text
            && !BulletLine().IsMatch(text) && !text.StartsWith("{:", StringComparison.Ordinal);

    private Block? SkipCode(string fence)
    {
        var begun = _at++;
        while (_at < lines.Length && !lines[_at].TrimStart().StartsWith(fence, StringComparison.Ordinal))
            _at++;
        if (_at++ >= lines.Length)
            warnings.Add(begun + 1, "A code block begins here and never ends; nothing after it was read.");
        return null;
    }

    private void WarnOfWhatIsElsewhere(string line)
    {
        if (IncludeLine().IsMatch(line))
            warnings.Add(_at + 1, $"The page includes another file here, which was not read: {line}");
        else if (line.Length > 1 && line[0] == '|' && line[^1] == '|')
            warnings.Add(_at + 1, "This looks like a row of a table, but no table begins above it.");
    }

    [GeneratedRegex(@"^(#{1,6})\s+(.+?)\s*#*$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^(?:(?:[-*+]|\d{1,3}[.)])\s+|(?=<(?:ul|ol|li)\b))(.+)$")]
    private static partial Regex BulletLine();

    [GeneratedRegex(@"^\{\{[^{}]*\.md\}\}$")]
    private static partial Regex IncludeLine();
}
