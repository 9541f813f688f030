namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Bullet lists below a line or heading that names the party. A section's lists make one row, named like the section.</summary>
internal sealed class DutyLists(CellText text, WarningList warnings)
{
    private readonly Dictionary<string, RowDraft> _drafts = [];
    private (Party Party, int Line) _open;
    private bool _listBegan;
    private bool _byHeading;

    public void Open(Party party, int line, bool byHeading)
    {
        Close();
        (_open, _byHeading, _listBegan) = ((party, line), byHeading, false);
    }

    public void Add(Bullet bullet, string section)
    {
        if (_open.Party == Party.None)
            return;

        _listBegan = true;
        if (!_drafts.TryGetValue(section, out var draft))
            _drafts[section] = draft = new(section, section, _open.Line);
        draft.Add(_open.Party, text.Statements(bullet.Text, bullet.Line));
    }

    /// <summary>Prose after a list ends what a line began; what a heading began, only the next heading ends.</summary>
    public void MeetProse()
    {
        if (_listBegan && !_byHeading)
            Close();
    }

    public void Close()
    {
        if (_open.Party != Party.None && !_listBegan)
            warnings.Add(_open.Line, "A party is named here, but no list of its responsibilities follows.");
        _open = default;
    }

    public IEnumerable<Row> Rows() => _drafts.Values.Select(draft => draft.ToRow(warnings)).OfType<Row>();
}
