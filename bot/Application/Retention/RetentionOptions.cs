using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Retention;

/// <summary>How long stored data is kept after it ended; open items are never deleted. Configuration section <c>Retention</c>.</summary>
public sealed record RetentionOptions
{
    public const string Section = "Retention";

    private const string Shortest = "1.00:00:00";

    // Further back than any clock of the bot; dates before it cannot be written down.
    private const string Longest = "36500.00:00:00";

    /// <summary>
    /// Confirmed requests with their history and their ticket at the bot's local desk. An audit of a whole year finds them even if it
    /// takes place months later. Default: 2 years.
    /// </summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan Requests { get; init; } = TimeSpan.FromDays(730);

    /// <summary>DR events with their timeline and delivery status; drills are held once a year. Default: 2 years.</summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan Events { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Drafts that were cancelled, or expired after 7 days without a change. Default: 30 days.</summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Outbox messages that failed and were given up, kept to find out why. Default: 90 days.</summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan DeadLetters { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Chats and teams from which the bot was removed, and deleted channels. Default: 30 days.</summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan LeftPlaces { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Processed reports of other programs, so that a repeated one changes nothing. Default: 30 days.</summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan Reports { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Ids, names and texts in entries of the audit chain that are neither of a request nor of a DR event; those go with it. The entries
    /// themselves stay. Default: 2 years.
    /// </summary>
    [SettingRange(Shortest, Longest)]
    public TimeSpan Audit { get; init; } = TimeSpan.FromDays(730);

    /// <summary>How often to look for expired data. Default: 1 hour.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many rows are deleted at a time; other writers wait no longer than that takes. Default: 200.</summary>
    [SettingRange(1, 1000)]
    public int AtATime { get; init; } = 200;

    /// <summary>The pause after each such step, to let other writers in. Default: 50 milliseconds.</summary>
    [SettingRange("00:00:00", "00:00:10")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);
}
