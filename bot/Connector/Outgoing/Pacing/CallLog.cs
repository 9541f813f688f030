namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// When the latest calls were let go. A window holds at any instant, not from border to border, since the call that would be one too
/// many waits until the one so many calls before it has left the window.
/// </summary>
/// <param name="keep">How many calls the widest window asked about holds.</param>
internal sealed class CallLog(int keep)
{
    private readonly List<TimeSpan> _times = [];

    public TimeSpan Latest => _times.Count == 0 ? TimeSpan.MinValue : _times[^1];

    /// <summary>The first instant at which the window has room.</summary>
    public TimeSpan FreeAt(PaceWindow window) =>
        _times.Count < window.Calls ? TimeSpan.Zero : _times[^window.Calls] + window.Length;

    public void Add(TimeSpan now)
    {
        if (_times.Count == keep)
            _times.RemoveAt(0);
        _times.Add(now);
    }
}
