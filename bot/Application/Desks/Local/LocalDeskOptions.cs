using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Desks.Local;

/// <summary>The desk that comes with the bot. Configuration section <c>Desk:Local</c>.</summary>
public sealed record LocalDeskOptions
{
    public const string Section = "Desk:Local";

    /// <summary>Who works on its tickets, as cards name them, such as <c>the night shift</c>. Default: your operations team.</summary>
    public string? WorkedBy { get; init; }

    /// <summary>
    /// How long a new ticket may wait until somebody begins; after that the desk's page marks it as overdue. Default: 4 hours.
    /// </summary>
    [SettingRange("00:01:00", "30.00:00:00")]
    public TimeSpan BeginWithin { get; init; } = TimeSpan.FromHours(4);
}
