using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>List items that name the task and say whose it is: "Backups - you are responsible for daily backups".</summary>
internal sealed partial class NamedItems(CellText text, WarningList warnings)
{
    private readonly Dictionary<(string Section, string Task), RowDraft> _drafts = [];

    /// <returns>Whether the item is of this form.</returns>
    public bool Read(Bullet bullet, string section)
    {
        // Items of any other list are not looked into: what is odd in them is none of the matrix's business.
        if (!Announced().IsMatch(bullet.Text)
            || Item().Match(text.Name(bullet.Text, bullet.Line)) is not { Success: true } item
            || PartyWords.InSubject(item.Groups["who"].Value) is not (var party and not Party.None))
            return false;

        var task = item.Groups["task"].Value.Trim();
        if (!_drafts.TryGetValue((section, task), out var draft))
            _drafts[(section, task)] = draft = new(section, task, bullet.Line);
        foreach (var side in new[] { Party.Ibm, Party.Client }.Where(side => party.HasFlag(side)))
            draft.Add(side, item.Groups["duty"].Value);
        return true;
    }

    public IEnumerable<Row> Rows() => _drafts.Values.Select(draft => draft.ToRow(warnings)).OfType<Row>();

    [GeneratedRegex(@"(?:\s[-–—]\s|:\**\s).{2,60}?\s(?:is|are|shares?)\b.{0,20}\bresponsib", RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex(
        @"^(?<task>[^.:]{2,80}?)(?:\s+[-–—]\s+|:\s+)"
            + @"(?<duty>(?<who>(?:both |the )*[\w ]{2,40}?) (?:is|are|shares?)\b(?: \w+)?(?: the)? responsib.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
