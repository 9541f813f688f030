using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Requests;

/// <summary>How it is watched. Configuration section <c>Desk</c>.</summary>
public sealed record DeskWatchOptions
{
    public const string Section = "Desk";

    /// <summary>How often the desk is polled for changed tickets. Default: 5 seconds.</summary>
    [SettingRange("00:00:01", "01:00:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often every open ticket is read by itself: one that its desk does not show any more is found only so. Default: 1 hour.
    /// </summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromHours(1);
}
