using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Search;

/// <summary>How searches from the compose box are processed. Configuration section <c>Search</c>.</summary>
public sealed record SearchOptions
{
    public const string Section = "Search";

    /// <summary>
    /// Time limit for a search; after it, the person is told so. At most 4.5 seconds: Teams waits 5 s for results (Teams documentation,
    /// "Respond to search command"), and the way there and back takes a part of that. Default: 3 seconds.
    /// </summary>
    [SettingRange("00:00:00", "00:00:04.5", MinimumIsExclusive = true)]
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How many searches run at once; each may hold a database connection that a turn would need. As many again wait, the newest
    /// first. Default: 16.
    /// </summary>
    [SettingRange(1)]
    public int AtOnce { get; init; } = 16;
}
