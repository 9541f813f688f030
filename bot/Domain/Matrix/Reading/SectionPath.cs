namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The headings above the place where the reading is.</summary>
internal sealed class SectionPath
{
    private readonly Stack<(int Level, string Name, Party Party)> _above = new();

    public string? Title { get; private set; }

    /// <summary>The nearest heading above that is no party's; the title where there is none.</summary>
    public string Section => _above.Select(heading => heading.Name).FirstOrDefault(name => name.Length > 0) ?? Title ?? "";

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
