namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>The threads of one tenant, as long as what they did subjects.</summary>
internal sealed class KnownThreads(PaceRules rules)
{
    private readonly Dictionary<ulong, ThreadPace> _threads = [];
    private readonly SliceLedger _hour = new(rules.ThreadHour);
    private TimeSpan _nextSweep;

    /// <summary>When to <see cref="Sweep"/> next; never, when nothing is known.</summary>
    public TimeSpan SweepAt => _threads.Count > 0 || !_hour.IsEmpty ? _nextSweep : TimeSpan.MaxValue;

    public IEnumerable<ThreadPace> All => _threads.Values;

    public ThreadPace Of(ulong key)
    {
        if (!_threads.TryGetValue(key, out var thread))
            _threads[key] = thread = new(key, rules);
        return thread;
    }

    /// <summary>The first instant at which the thread allows a call.</summary>
    public TimeSpan FreeAt(ulong key)
    {
        var hour = _hour.FreeAt(key);
        return _threads.TryGetValue(key, out var thread) && thread.FreeAt() is var free && free > hour ? free : hour;
    }

    public void Called(ThreadPace thread, TimeSpan now)
    {
        thread.Called(now);
        _hour.Add(thread.Key, now);
    }

    public void Passed(ulong key) => _threads.GetValueOrDefault(key)?.Passed();

    /// <summary>Throws away what does not subject any more, from time to time.</summary>
    /// <returns>Whether it was time.</returns>
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
