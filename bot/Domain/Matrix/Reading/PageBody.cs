namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Walks down a page, knows the section it is in, and gathers the rows.</summary>
internal sealed class PageBody(CellText text, WarningList warnings)
{
    private const int LongestListHeading = 100;

    private readonly List<Row> _rows = [];
    private readonly DutyLists _lists = new(text, warnings);
    private readonly NamedItems _items = new(text, warnings);
    private SectionPath _path = new(new HashSet<string>());
    private string? _boldLine;

    public string Title => _path.Title ?? "";

    public IReadOnlyList<Row> Read(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.OfType<Heading>().Select(heading => (heading.Line, Name: text.Name(heading.Text, heading.Line))).ToList();
        _path = new(headings.CountBy(heading => heading.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet());
        foreach (var block in blocks)
        {
            Meet(block);
            _boldLine = block is Prose prose ? Bold(prose) : null;
        }

        _lists.Close();
        Row[] rows = [.. _rows.Concat(_lists.Rows()).Concat(_items.Rows()).OrderBy(row => row.Line)];
        EmptyAreas.Report(headings, rows, warnings);
        return rows;
    }

    private void Meet(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Meet(heading);
                break;
            case Table table:
                _lists.Close();
                _rows.AddRange(TableShapes.Read(new(table, _boldLine ?? _path.Section, _path.Party, text, warnings)));
                break;
            case Bullet bullet when !_items.Read(bullet, _path.Section):
                _lists.Add(bullet, _path.Section);
                break;
            case Prose prose when InListHeading(prose) is var party and not Party.None:
                _lists.Open(party, prose.Line, byHeading: false);
                break;
            case Prose:
                _lists.MeetProse();
                break;
        }
    }

    /// <summary>"IBM's responsibilities" over a list is no section: both parties' lists belong to the section around it.</summary>
    private void Meet(Heading heading)
    {
        var name = text.Name(heading.Text, heading.Line);
        if (heading.Level > 1 && PartyWords.InListHeading(name) is var party and not Party.None)
        {
            _path.MeetParty(heading.Level, party);
            _lists.Open(party, heading.Line, byHeading: true);
        }
        else
        {
            _lists.Close();
            _path.Meet(heading.Level, name);
        }
    }

    private Party InListHeading(Prose prose) =>
        prose.Text.Length < LongestListHeading && prose.Text.Contains("responsib", StringComparison.OrdinalIgnoreCase)
            ? PartyWords.InListHeading(text.Name(prose.Text, prose.Line))
            : Party.None;

    /// <summary>A bold line directly above a table is its heading in all but form: some pages tell two equal tables apart by it.</summary>
    private string? Bold(Prose prose) =>
        prose.Text.StartsWith("**", StringComparison.Ordinal) && prose.Text.EndsWith("**", StringComparison.Ordinal)
            ? text.Name(prose.Text, prose.Line)
            : null;
}
