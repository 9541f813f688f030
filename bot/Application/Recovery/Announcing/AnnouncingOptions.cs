namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>How announcements of DR events are delivered to channels. Configuration section <c>Recovery:Announcing</c>.</summary>
public sealed record AnnouncingOptions
{
    public const string Section = "Recovery:Announcing";

    /// <summary>
    /// What to do when it is unknown whether a message arrived: <c>SendAgain</c>, and it says so, or <c>LeaveIt</c>. Default: SendAgain.
    /// </summary>
    public UnknownEndPolicy UnknownEnd { get; init; }

    /// <summary>How often a message is sent again to a channel after unknown outcomes, at most. Default: 8.</summary>
    public int ResendAtMost { get; init; } = 8;

    /// <summary>How often a call is tried before it is given up until the event changes. Default: 20, which takes about an hour.</summary>
    public int Attempts { get; init; } = 20;

    /// <summary>The pause after the first failed attempt; it doubles after each further one. Default: 2 seconds.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between two attempts. Default: 5 minutes.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many calls may be in progress at the same time, each to a different channel. Default: 96.</summary>
    public int AtOnce { get; init; } = 96;

    /// <summary>
    /// One instance at a time sends. It renews this lease three times within this time; if it does not, another instance takes over.
    /// Default: 7 seconds.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>How often to look for changes that another instance saved. Default: half a second.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often open events are compared with the channels that currently follow them. Default: 15 seconds.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);

    internal IEnumerable<string> Faults()
    {
        if (ResendAtMost is < 1 or > 100)
            yield return $"{Section}:ResendAtMost must be from 1 to 100.";

        if (Attempts is < 1 or > 1000)
            yield return $"{Section}:Attempts must be from 1 to 1000.";

        if (FirstPause <= TimeSpan.Zero)
            yield return $"{Section}:FirstPause must be more than 0.";

        if (LongestPause < FirstPause || LongestPause > TimeSpan.FromHours(1))
            yield return $"{Section}:LongestPause must be at least {Section}:FirstPause and at most 01:00:00.";

        if (AtOnce is < 1 or > 1000)
            yield return $"{Section}:AtOnce must be from 1 to 1000.";

        if (Lease < TimeSpan.FromSeconds(1) || Lease > TimeSpan.FromMinutes(1))
            yield return $"{Section}:Lease must be from 00:00:01 to 00:01:00.";

        foreach (var (name, span) in new[] { (nameof(LookEvery), LookEvery), (nameof(SweepEvery), SweepEvery) })
            if (span < TimeSpan.FromMilliseconds(50) || span > TimeSpan.FromHours(1))
                yield return $"{Section}:{name} must be from 00:00:00.05 to 01:00:00.";
    }
}
