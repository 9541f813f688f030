namespace ChatOpsBot.Application.Retention;

/// <summary>How long what is stored is kept, each counted from when it ended; what is open never goes. Configuration section <c>Retention</c>.</summary>
public sealed record RetentionOptions
{
    public const string Section = "Retention";

    // Further back than any clock of the bot; dates before it cannot be written down.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>
    /// Confirmed requests with their history and their ticket at the bot's own desk. An audit that looks back over a year finds it whole
    /// although it takes place months later. Default: 2 years.
    /// </summary>
    public TimeSpan Requests { get; init; } = TimeSpan.FromDays(730);

    /// <summary>DR events with their timeline and what every channel got; drills are held once a year. Default: 2 years.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Drafts that were given up, or ran out after 7 days without a change. Default: 30 days.</summary>
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Messages that could not be done and were given up, to find out why. Default: 90 days.</summary>
    public TimeSpan DeadLetters { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Chats and teams that the bot was removed from, and channels that were deleted. Default: 30 days.</summary>
    public TimeSpan LeftPlaces { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Which reports of other programs were done, so that the same one sent again changes nothing. Default: 30 days.</summary>
    public TimeSpan Reports { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often it is looked for what is past its time. Default: 1 hour.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many rows go at a time; other writers wait no longer than that takes. Default: 200.</summary>
    public int AtATime { get; init; } = 200;

    /// <summary>The pause after each such step, for the other writers. Default: 50 milliseconds.</summary>
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
