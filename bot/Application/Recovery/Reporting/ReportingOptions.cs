using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>Programs that may report DR events by <c>POST /api/dr-events</c>. Configuration section <c>Recovery</c>.</summary>
public sealed record ReportingOptions
{
    public const string Section = "Recovery";

    /// <summary>Without any, nobody may report; in local mode, anything on this machine may.</summary>
    public IReadOnlyList<ReporterEntry> Reporters { get; init; } = [];

    /// <summary>How many requests each reporter may send per minute; a request may contain several events. Default: 600.</summary>
    [SettingRange(60)]
    public int ReportsPerMinute { get; init; } = 600;
}

/// <summary>A program as settings list it: <c>Recovery:Reporters:0</c>.</summary>
public sealed record ReporterEntry
{
    /// <summary>Its name in timelines.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of its key in hexadecimal. The key itself is not a setting; <c>dr-key</c> makes both.</summary>
    public string KeyHash { get; init; } = "";

    /// <summary>The tenant whose events it reports; empty: the bot's own.</summary>
    public string? Tenant { get; init; }

    /// <summary>The roles it acts in: <c>dr-operator</c>, <c>dr-coordinator</c>. A program can neither approve nor validate.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
