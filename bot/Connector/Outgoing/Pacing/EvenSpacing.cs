namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Spreads announcements evenly over time. A burst of fifty and then a pause of a second would also stay within the tenant's window, but
/// an answer would wait out that second, and with varying latency more than fifty could arrive within one.
/// </summary>
internal sealed class EvenSpacing(PaceWindow window)
{
    /// <summary>How much lateness of this process is made up for; the window itself is kept in any case.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _interval = window.Length / window.Calls;

    /// <summary>The first instant for the next announcement.</summary>
    public TimeSpan NextAt { get; private set; }

    /// <summary>Announcements start again after a pause, which is not made up for.</summary>
    public void Begin(TimeSpan now) => NextAt = Instants.Later(NextAt, now);

    /// <param name="share">Fraction of the full rate, up to 1.</param>
    public void Take(TimeSpan now, double share) => NextAt = Instants.Later(NextAt, now - CatchUp) + (_interval / share);
}
