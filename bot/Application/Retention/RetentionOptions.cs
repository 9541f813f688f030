namespace ChatOpsBot.Application.Retention;

/// <summary>How long stored data is kept after it ended; open items are never deleted. Configuration section <c>Retention</c>.</summary>
public sealed record RetentionOptions
{
    public const string Section = "Retention";

    // Further back than any clock of the bot; dates before it cannot be written down.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>
    /// Confirmed requests with their history and their ticket at the bot's local desk. An audit of a whole year finds them even if it
    /// takes place months later. Default: 2 years.
    /// </summary>
    public TimeSpan Requests { get; init; } = TimeSpan.FromDays(730);

    /// <summary>DR events with their timeline and delivery status; drills are held once a year. Default: 2 years.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Drafts that were cancelled, or expired after 7 days without a change. Default: 30 days.</summary>
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Outbox messages that failed and were given up, kept to find out why. Default: 90 days.</summary>
    public TimeSpan DeadLetters { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Chats and teams from which the bot was removed, and deleted channels. Default: 30 days.</summary>
    public TimeSpan LeftPlaces { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Processed reports of other programs, so that a repeated one changes nothing. Default: 30 days.</summary>
    public TimeSpan Reports { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often to look for expired data. Default: 1 hour.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many rows are deleted at a time; other writers wait no longer than that takes. Default: 200.</summary>
    public int AtATime { get; init; } = 200;

    /// <summary>The pause after each such step, to let other writers in. Default: 50 milliseconds.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);

    internal IEnumerable<string> Faults()
    {
        (string Key, TimeSpan Value)[] days =
        [
            (nameof(Requests), Requests), (nameof(Events), Events), (nameof(Drafts), Drafts),
            (nameof(DeadLetters), DeadLetters), (nameof(LeftPlaces), LeftPlaces), (nameof(Reports), Reports),
        ];
        foreach (var (key, value) in days)
        {
            if (value < TimeSpan.FromDays(1) || value > Longest)
                yield return $"{Section}:{key} must be from 1.00:00:00 (a day) to 36500.00:00:00.";
        }

        if (LookEvery < TimeSpan.FromMinutes(1) || LookEvery > TimeSpan.FromDays(1))
            yield return $"{Section}:{nameof(LookEvery)} must be from 00:01:00 to 1.00:00:00.";
        if (AtATime is < 1 or > 1000)
            yield return $"{Section}:{nameof(AtATime)} must be from 1 to 1000.";
        if (Pause < TimeSpan.Zero || Pause > TimeSpan.FromSeconds(10))
            yield return $"{Section}:{nameof(Pause)} must be from 00:00:00 to 00:00:10.";
    }
}
