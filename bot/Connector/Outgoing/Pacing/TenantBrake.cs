namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Tells a throttle of the whole tenant from throttles of single threads. A limit on everything refuses everything for a while: several
/// threads in a row, and no call gets through in between. Then announcements go at half their pace, and come back to the full one
/// little by little. Throttles that fall here and there among successes concern their threads alone, however many they are.
/// </summary>
internal sealed class TenantBrake
{
    private const int ThreadsInARow = 8;
    private const double Slowest = 1.0 / 16;

    private static readonly TimeSpan FullAgainAfter = TimeSpan.FromSeconds(20);

    // Calls that were on their way when the brake was put on come back throttled too, and say nothing new.
    private static readonly TimeSpan DeafFor = TimeSpan.FromSeconds(2);

    private readonly HashSet<ulong> _inARow = [];
    private double _share = 1;
    private TimeSpan _since;

    /// <summary>The part of their full pace at which announcements go, up to 1.</summary>
    public double Share(TimeSpan now) => Math.Min(1, _share + ((now - _since) / FullAgainAfter));

    public void Passed() => _inARow.Clear();

    /// <returns>Whether this put the brake on.</returns>
    public bool Throttled(ulong thread, TimeSpan now)
    {
        if (_share < 1 && now < _since + DeafFor)
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
