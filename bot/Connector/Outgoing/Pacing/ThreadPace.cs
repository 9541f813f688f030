namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>One thread that was called lately, rests or is waited for. Two lines: answers and announcements, each in order.</summary>
internal sealed class ThreadPace(ulong key, PaceRules rules)
{
    private readonly CallLog _log = new(rules.Thread.Max(it => it.Calls));
    private readonly LinkedList<WaitingCall>?[] _lines = new LinkedList<WaitingCall>?[2];
    private readonly bool[] _isReady = new bool[2];
    private TimeSpan _restsUntil;
    private int _throttles;

    public ulong Key => key;

    /// <summary>Stands among the threads that wait for an instant.</summary>
    public bool IsAsleep { get; set; }

    public bool IsWaitedFor => IsWaitedForAs(Urgency.Answer) || IsWaitedForAs(Urgency.Announcement);

    public bool IsWaitedForAs(Urgency urgency) => _lines[(int)urgency] is { Count: > 0 };

    public LinkedList<WaitingCall> Line(Urgency urgency) => _lines[(int)urgency] ??= [];

    /// <summary>Marks it as standing among the threads that are ready.</summary>
    /// <returns>False when it stood there already.</returns>
    public bool BecomeReady(Urgency urgency) => !_isReady[(int)urgency] && (_isReady[(int)urgency] = true);

    public void LeaveReady(Urgency urgency) => _isReady[(int)urgency] = false;

    /// <summary>The first instant at which its short windows and its rest allow a call.</summary>
    public TimeSpan FreeAt()
    {
        var free = _restsUntil;
        foreach (var window in rules.Thread)
            free = Later(free, _log.FreeAt(window));
        return free;
    }

    public void Called(TimeSpan now) => _log.Add(now);

    public void Passed() => _throttles = 0;

    /// <param name="asked">What Teams asked for; null where it did not say.</param>
    public void Throttled(TimeSpan now, TimeSpan? asked)
    {
        // Calls that were on their way together are one throttle, not one and the next and the next.
        if (now >= _restsUntil)
            _throttles++;
        _restsUntil = Later(_restsUntil, now + rules.Rest(_throttles, asked));
    }

    /// <summary>Whether it could be thrown away and made anew with no difference.</summary>
    public bool IsForgettable(TimeSpan now) =>
        !IsWaitedFor && !IsAsleep && _restsUntil + rules.Remembered <= now && _log.Latest + rules.Remembered <= now;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
