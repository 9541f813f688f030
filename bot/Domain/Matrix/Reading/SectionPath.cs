namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The headings above the place where the reading is.</summary>
/// <param name="repeated">Names that more than one section of the page has.</param>
internal sealed class SectionPath(IReadOnlySet<string> repeated)
{
    private readonly Stack<(int Level, string Name, Party Party)> _above = new();

    public string? Title { get; private set; }

    /// <summary>
    /// The nearest heading above that is no party's; the title where there is none. A name that the page repeats ("Standard" below
    /// every area) has the heading above it in front.
    /// </summary>
    public string Section
    {
        get
        {
            var names = _above
                .Where(heading => heading.Name.Length > 0 && heading.Level > 1)
                .Select(heading => heading.Name)
                .Take(2)
                .ToList();
            return names switch
            {
                [] => Title ?? "",
                [var own, var around] when repeated.Contains(own) => $"{around} / {own}",
                [var own, ..] => own,
            };
        }
    }

    /// <summary>The party named by a heading above, the nearest first. The title speaks of the whole page and names none.</summary>
    public Party Party => _above.Select(heading => heading.Party).FirstOrDefault(party => party != Party.None);

    public void Meet(int level, string name)
    {
        Leave(level);
        if (level == 1)
            Title ??= name;
        _above.Push((level, name, level == 1 ? Party.None : PartyWords.InSectionHeading(name)));
    }

    public void MeetParty(int level, Party party)
    {
        Leave(level);
        _above.Push((level, "", party));
    }

    private void Leave(int level)
    {
        while (_above.TryPeek(out var heading) && heading.Level >= level)
            _above.Pop();
    }
}
