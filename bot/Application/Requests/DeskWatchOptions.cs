namespace ChatOpsBot.Application.Requests;

/// <summary>How it is watched. Configuration section <c>Desk</c>.</summary>
public sealed record DeskWatchOptions
{
    public const string Section = "Desk";

    /// <summary>How often the desk is polled for changed tickets. Default: 5 seconds.</summary>
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(5);

    internal IEnumerable<string> Faults()
    {
        if (WatchEvery < TimeSpan.FromSeconds(1) || WatchEvery > TimeSpan.FromHours(1))
            yield return "Desk:WatchEvery must be from 00:00:01 to 01:00:00.";
    }
}
