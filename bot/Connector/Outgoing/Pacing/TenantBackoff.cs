namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Tells throttling of the whole tenant from throttling of single threads. A limit on everything refuses everything for a while: several
/// threads in a row, with no call accepted in between. Announcements are then slowed to half their rate, and gradually return to the full
/// one. Throttles scattered among accepted calls concern their threads alone, however many there are.
/// </summary>
internal sealed class TenantBackoff
{
    private const int ThreadsInARow = 8;
    private const double Slowest = 1.0 / 16;

    private static readonly TimeSpan FullAgainAfter = TimeSpan.FromSeconds(20);

    // Calls in flight when the rate was reduced are throttled too, and tell nothing new.
    private static readonly TimeSpan IgnoreFor = TimeSpan.FromSeconds(2);

    private readonly HashSet<ulong> _inARow = [];
    private double _share = 1;
    private TimeSpan _since;

    /// <summary>The fraction of their full rate at which announcements are sent, up to 1.</summary>
    public double Share(TimeSpan now) => Math.Min(1, _share + ((now - _since) / FullAgainAfter));

    public void Passed() => _inARow.Clear();

    /// <returns>Whether this reduced the rate.</returns>
    public bool Throttled(ulong thread, TimeSpan now)
    {
        if (_share < 1 && now < _since + IgnoreFor)
            return false;

        _inARow.Add(thread);
        if (_inARow.Count < ThreadsInARow)
            return false;

        _inARow.Clear();
        _share = Math.Max(Slowest, Share(now) / 2);
        _since = now;
        return true;
    }
}
