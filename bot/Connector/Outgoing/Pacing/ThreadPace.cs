namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// One thread that was called recently, backs off or has waiting calls. Two queues: answers and announcements, each in order.
/// </summary>
internal sealed class ThreadPace(ulong key, PaceRules rules)
{
    private readonly CallLog _log = new(rules.Thread.Max(it => it.Calls));
    private readonly LinkedList<WaitingCall>?[] _queues = new LinkedList<WaitingCall>?[2];
    private readonly bool[] _isReady = new bool[2];
    private TimeSpan _backsOffUntil;
    private int _throttles;

    public ulong Key => key;

    /// <summary>It is among the threads that wait for a point in time.</summary>
    public bool IsAsleep { get; set; }

    public bool IsWaitedFor => IsWaitedForAs(Urgency.Answer) || IsWaitedForAs(Urgency.Announcement);

    public bool IsWaitedForAs(Urgency urgency) => _queues[(int)urgency] is { Count: > 0 };

    public LinkedList<WaitingCall> Queue(Urgency urgency) => _queues[(int)urgency] ??= [];

    /// <summary>Marks it as ready.</summary>
    /// <returns>False when it was ready already.</returns>
    public bool BecomeReady(Urgency urgency) => !_isReady[(int)urgency] && (_isReady[(int)urgency] = true);

    public void LeaveReady(Urgency urgency) => _isReady[(int)urgency] = false;

    /// <summary>The earliest time at which its short windows and its backoff allow a call.</summary>
    public TimeSpan FreeAt()
    {
        var free = _backsOffUntil;
        foreach (var window in rules.Thread)
            free = Instants.Later(free, _log.FreeAt(window));
        return free;
    }

    public void Called(TimeSpan now) => _log.Add(now);

    public void Passed() => _throttles = 0;

    /// <param name="asked">What Teams asked for; null where it did not say.</param>
    public void Throttled(TimeSpan now, TimeSpan? asked)
    {
        // Calls in flight at the same time are throttled once, not one after the other.
        if (now >= _backsOffUntil)
            _throttles++;
        _backsOffUntil = Instants.Later(_backsOffUntil, now + rules.Rest(_throttles, asked));
    }

    /// <summary>Whether it could be dropped and created again without a difference.</summary>
    public bool IsForgettable(TimeSpan now) =>
        !IsWaitedFor && !IsAsleep && _backsOffUntil + rules.Remembered <= now && _log.Latest + rules.Remembered <= now;
}
