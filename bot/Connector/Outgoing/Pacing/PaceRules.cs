namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>The settings as windows, each extended by the margin.</summary>
internal sealed class PaceRules(PacingOptions options)
{
    /// <summary>
    /// The longest backoff of a thread, whatever Teams asks for: after an hour every documented window is empty, and a wrong value must not
    /// silence a channel for days.
    /// </summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly Backoff _backoff = new(options.FirstPause, options.LongestPause);

    /// <summary>All calls of the tenant, answers included.</summary>
    public PaceWindow Tenant { get; } = new(options.TenantCallsPerSecond, TimeSpan.FromSeconds(1) + options.Margin);

    /// <summary>How much of the tenant's window announcements may use.</summary>
    public PaceWindow TenantAnnouncements { get; } =
        new(options.TenantCallsPerSecond - options.TenantReserve, TimeSpan.FromSeconds(1) + options.Margin);

    /// <summary>The windows of a thread that are counted call by call.</summary>
    public IReadOnlyList<PaceWindow> Thread { get; } =
    [
        new(options.ThreadCallsIn1Second, TimeSpan.FromSeconds(1) + options.Margin),
        new(options.ThreadCallsIn2Seconds, TimeSpan.FromSeconds(2) + options.Margin),
        new(options.ThreadCallsIn30Seconds, TimeSpan.FromSeconds(30) + options.Margin),
    ];

    /// <summary>The window of a thread that is counted in slices of time.</summary>
    public PaceWindow ThreadHour { get; } = new(options.ThreadCallsInOneHour, TimeSpan.FromHours(1) + options.Margin);

    /// <summary>How long a call of a thread counts in <see cref="Thread"/>.</summary>
    public TimeSpan Remembered => Thread[^1].Length;

    /// <summary>How long a thread backs off after its nth throttle in a row.</summary>
    /// <param name="asked">What Teams asked for; null or zero where it did not say.</param>
    public TimeSpan Rest(int throttles, TimeSpan? asked)
    {
        if (asked > TimeSpan.Zero)
            return Instants.Earlier(asked.Value, LongestRest);

        return _backoff.After(throttles);
    }
}
