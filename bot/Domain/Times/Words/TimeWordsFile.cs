namespace ChatOpsBot.Domain.Times.Words;

/// <summary>The words of one language for times, as written in times.*.yaml; the head of the English file explains each part.</summary>
internal sealed class TimeWordsFile
{
    public required string Language { get; init; }

    /// <summary>Letters that may stand behind a word without changing what it says.</summary>
    public List<string> Endings { get; init; } = [];

    /// <summary>Letters that people write in another way where their keyboard has none.</summary>
    public Dictionary<string, string> Spellings { get; init; } = [];

    public Dictionary<string, List<string>> Signs { get; init; } = [];

    public List<string> Fillers { get; init; } = [];

    public Dictionary<string, int> Numbers { get; init; } = [];

    public Dictionary<string, int> Ordinals { get; init; } = [];

    public Dictionary<string, string> Zones { get; init; } = [];

    /// <summary>A dot between numbers makes a date of them, its day first: "14.11.".</summary>
    public bool DottedDates { get; init; }

    /// <summary>Hours and minutes in digits are of twenty-four hours: "3:30" is at night.</summary>
    public bool TwentyFourHours { get; init; }

    /// <summary>Words stand without blanks between them.</summary>
    public bool Unspaced { get; init; }
}
