namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// How fast Teams may be called. Configuration section <c>Pacing</c>. The defaults are those of the Teams documentation, "Optimize your
/// bot with rate limiting in Teams" (sections "Per bot per thread limit" and "All bots per thread limit" with the limit per app per
/// tenant), which says that they may change.
/// </summary>
public sealed record PacingOptions
{
    public const string Section = "Pacing";

    /// <summary>All calls of the app in one tenant in one second. Default: 50.</summary>
    public int TenantCallsPerSecond { get; init; } = 50;

    /// <summary>How many of those are reserved for answers: announcements use the rest. Default: 1.</summary>
    public int TenantReserve { get; init; } = 1;

    /// <summary>Sends and updates in one thread in 1 second. Default: 7.</summary>
    public int ThreadCallsIn1Second { get; init; } = 7;

    /// <summary>Sends and updates in one thread in 2 seconds. Default: 8.</summary>
    public int ThreadCallsIn2Seconds { get; init; } = 8;

    /// <summary>Sends and updates in one thread in 30 seconds. Default: 60.</summary>
    public int ThreadCallsIn30Seconds { get; init; } = 60;

    /// <summary>Sends and updates in one thread in 3600 seconds. Default: 1800.</summary>
    public int ThreadCallsInOneHour { get; init; } = 1800;

    /// <summary>
    /// By how much every window is longer than documented. Teams counts a call when it arrives, and latency varies. Default: 20
    /// milliseconds, with which announcements use 96 % of the tenant's calls, and the latency of two calls may differ by 40 milliseconds.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// A thread's backoff after a throttle without Retry-After; each further one is twice as long, and a random part of up to half is
    /// added, up to the longest. Default: 2 seconds (the documentation's own example).
    /// </summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest such backoff. Default: 20 seconds (the documentation's own example).</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);
}
