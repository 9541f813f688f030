using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Desks;

/// <summary>The support desk where requests become tickets. Configuration section <c>Desk</c>.</summary>
public sealed record DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Which desk. <see cref="DeskKind.Local"/>: tickets in the bot's own database, worked from its command line.</summary>
    public DeskKind Kind { get; init; } = DeskKind.Local;

    /// <summary>Time limit for one call to the desk; after it, the call is retried later. Default: 10 seconds.</summary>
    [SettingRange("00:00:00", "00:01:00", MinimumIsExclusive = true)]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);
}

public enum DeskKind
{
    /// <summary>The desk that comes with the bot, worked from its command line: <c>requests list|show|set</c>.</summary>
    Local,
}
