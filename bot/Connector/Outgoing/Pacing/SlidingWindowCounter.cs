namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Counts the calls of each thread within a long window. A log of every call would keep an object for every thread of the last hour;
/// counts per slice of time cost about 30 bytes for a thread and slice, and expire a slice at a time. Calls count until the last one of
/// their slice has left the window, so the limit is never exceeded, and at times not quite reached.
/// </summary>
internal sealed class SlidingWindowCounter(PaceWindow window)
{
    private const int Slices = 20;

    private readonly Queue<Slice> _slices = [];
    private Slice? _newest;

    public bool IsEmpty => _slices.Count == 0;

    /// <summary>The earliest time at which the window has room for one more call of the thread.</summary>
    public TimeSpan FreeAt(ulong thread)
    {
        var calls = _slices.Sum(it => it.Calls.GetValueOrDefault(thread));
        foreach (var slice in calls < window.Calls ? [] : _slices)
        {
            calls -= slice.Calls.GetValueOrDefault(thread);
            if (calls < window.Calls)
                return slice.End + window.Length;
        }

        return TimeSpan.Zero;
    }

    public void Add(ulong thread, TimeSpan now)
    {
        if (_newest is null || now > _newest.End)
        {
            _newest?.Calls.TrimExcess();
            _slices.Enqueue(_newest = new(now + (window.Length / Slices), []));
        }

        _newest.Calls[thread] = _newest.Calls.GetValueOrDefault(thread) + 1;
    }

    public void Forget(TimeSpan now)
    {
        while (_slices.TryPeek(out var oldest) && oldest.End + window.Length <= now)
            _slices.Dequeue();
        if (IsEmpty)
            _newest = null;
    }

    private sealed record Slice(TimeSpan End, Dictionary<ulong, int> Calls);
}
