namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// When the latest calls were released: a sliding window log. The limit holds for every window, wherever it starts, since a call that would
/// exceed it waits until the oldest call has left the window.
/// </summary>
/// <param name="keep">The limit of the largest window that is asked about.</param>
internal sealed class CallLog(int keep)
{
    private readonly List<TimeSpan> _times = [];

    public TimeSpan Latest => _times.Count == 0 ? TimeSpan.MinValue : _times[^1];

    /// <summary>The earliest time at which the window has room for one more call.</summary>
    public TimeSpan FreeAt(PaceWindow window) =>
        _times.Count < window.Calls ? TimeSpan.Zero : _times[^window.Calls] + window.Length;

    public void Add(TimeSpan now)
    {
        if (_times.Count == keep)
            _times.RemoveAt(0);
        _times.Add(now);
    }
}
