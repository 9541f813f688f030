namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// How fast the bot may call Teams. Configuration section <c>Pacing</c>. The defaults are those of the Teams documentation, "Optimize your
/// bot with rate limiting in Teams" (sections "Per bot per thread limit" and "All bots per thread limit" with the limit per app per
/// tenant), which says that they may change.
/// </summary>
public sealed record PacingOptions
{
    public const string Section = "Pacing";

    /// <summary>All calls of the app per second in one tenant. Default: 50.</summary>
    public int TenantCallsPerSecond { get; init; } = 50;

    /// <summary>How many of those are reserved for answers; announcements use the rest. Default: 1.</summary>
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
    /// How much longer than documented every window is kept. Teams counts when a call arrives, and calls take different times to
    /// arrive. Default: 20 milliseconds, with which announcements use 96 % of the tenant's calls, and one call may travel 40 milliseconds
    /// longer than another.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// A thread's pause after a throttle that did not say how long; it doubles each time, and up to half is added at
    /// random. Default: 2 seconds (the documentation's own example).
    /// </summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest such pause. Default: 20 seconds (the documentation's own example).</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);
}
