namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>The threads of one tenant whose recent calls still count.</summary>
internal sealed class KnownThreads(PaceRules rules)
{
    private readonly Dictionary<ulong, ThreadPace> _threads = [];
    private readonly SlidingWindowCounter _hour = new(rules.ThreadHour);
    private TimeSpan _nextSweep;

    /// <summary>When to <see cref="Sweep"/> next; never while there is nothing to sweep.</summary>
    public TimeSpan SweepAt => _threads.Count > 0 || !_hour.IsEmpty ? _nextSweep : TimeSpan.MaxValue;

    public IEnumerable<ThreadPace> All => _threads.Values;

    public ThreadPace Of(ulong key)
    {
        if (!_threads.TryGetValue(key, out var thread))
            _threads[key] = thread = new(key, rules);
        return thread;
    }

    /// <summary>The earliest time at which the thread allows a call.</summary>
    public TimeSpan FreeAt(ulong key) =>
        Instants.Later(_hour.FreeAt(key), _threads.GetValueOrDefault(key)?.FreeAt() ?? TimeSpan.Zero);

    public void Called(ThreadPace thread, TimeSpan now)
    {
        thread.Called(now);
        _hour.Add(thread.Key, now);
    }

    public void Passed(ulong key) => _threads.GetValueOrDefault(key)?.Passed();

    /// <summary>Removes expired state, at most once per interval.</summary>
    /// <returns>Whether it was due.</returns>
    public bool Sweep(TimeSpan now)
    {
        if (now < _nextSweep)
            return false;

        _nextSweep = now + rules.Remembered;
        _hour.Forget(now);
        foreach (var thread in _threads.Values.Where(it => it.IsForgettable(now)).ToList())
            _threads.Remove(thread.Key);
        _threads.TrimExcess();
        return true;
    }
}
