namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>Programs that may report DR events by <c>POST /api/dr-events</c>. Configuration section <c>Recovery</c>.</summary>
public sealed record ReportingOptions
{
    public const string Section = "Recovery";

    /// <summary>Without any, nobody may report; in local mode, anything on this machine may.</summary>
    public IReadOnlyList<ReporterEntry> Reporters { get; init; } = [];

    /// <summary>How many requests each of them may send in a minute; one request may carry several events. Default: 600.</summary>
    public int ReportsPerMinute { get; init; } = 600;
}

/// <summary>A program as settings list it: <c>Recovery:Reporters:0</c>.</summary>
public sealed record ReporterEntry
{
    /// <summary>What timelines call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of its key in hexadecimal. The key itself stands in no setting; <c>dr-key</c> makes both.</summary>
    public string KeyHash { get; init; } = "";

    /// <summary>The tenant whose events it moves; empty for the bot's own.</summary>
    public string? Tenant { get; init; }

    /// <summary>Which roles it speaks for: <c>dr-operator</c>, <c>dr-coordinator</c>. A program neither approves nor validates.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
