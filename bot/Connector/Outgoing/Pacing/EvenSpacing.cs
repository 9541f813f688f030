namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Spreads announcements evenly. Fifty at once and then a second of silence would keep the tenant's window as well, but let an answer
/// wait for that second, and calls that travel differently long arrive as more than fifty.
/// </summary>
internal sealed class EvenSpacing(PaceWindow window)
{
    /// <summary>How much is caught up when this program was late; the window itself is kept all the same.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _interval = window.Length / window.Calls;

    /// <summary>The first instant for the next announcement.</summary>
    public TimeSpan NextAt { get; private set; }

    /// <summary>Work begins after a pause, in which no beat was missed.</summary>
    public void Begin(TimeSpan now) => NextAt = NextAt > now ? NextAt : now;

    /// <param name="share">Part of the full pace, up to 1.</param>
    public void Take(TimeSpan now, double share)
    {
        var due = NextAt > now - CatchUp ? NextAt : now - CatchUp;
        NextAt = due + (_interval / share);
    }
}
