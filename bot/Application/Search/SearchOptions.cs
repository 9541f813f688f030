namespace ChatOpsBot.Application.Search;

/// <summary>How searches from the compose box are processed. Configuration section <c>Search</c>.</summary>
public sealed record SearchOptions
{
    public const string Section = "Search";

    // Teams waits 5 s for results (Teams documentation, "Respond to search command"); the way there and back takes a part of that.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromSeconds(4.5);

    /// <summary>Time limit for a search; after it, the person is told so. Default: 3 seconds.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How many searches run at once; each may hold a database connection that a turn would need. As many again wait, the newest
    /// first. Default: 16.
    /// </summary>
    public int AtOnce { get; init; } = 16;

    internal IEnumerable<string> Faults()
    {
        if (Limit <= TimeSpan.Zero || Limit > LongestLimit)
            yield return $"Search:Limit must be more than 0 and at most {LongestLimit:c}.";

        if (AtOnce < 1)
            yield return "Search:AtOnce must be at least 1.";
    }
}
