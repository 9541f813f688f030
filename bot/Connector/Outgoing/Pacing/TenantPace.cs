namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Lets the calls of one tenant go. A thread with calls waiting is either ready, in the order in which the threads became so, or asleep
/// until its own windows and its rest allow the next call; so what waits for a slow thread stands in nobody's way.
/// </summary>
internal sealed class TenantPace : IDisposable
{
    private static readonly Urgency[] MostUrgentFirst = [Urgency.Answer, Urgency.Announcement];

    private readonly Lock _door = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly TenantCeiling _ceiling;
    private readonly KnownThreads _threads;
    private readonly Queue<ThreadPace>[] _ready = [new(), new()];
    private readonly PriorityQueue<ThreadPace, TimeSpan> _asleep = new();
    private bool _isClosed;

    public TenantPace(PaceRules rules, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _ceiling = new(rules);
        _threads = new(rules);

        // Else the timer would keep what belongs to the turn that happened to call first.
        using var _ = ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(tenant => ((TenantPace)tenant!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Not the time of day: nobody can set this clock, forwards or back.
    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Stands in line; the task of what comes back ends when the call may leave.</summary>
    public WaitingCall Join(ulong key, Urgency urgency)
    {
        lock (_door)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(OutgoingPace));
            var thread = _threads.Of(key);
            var call = new WaitingCall(this);
            thread.Line(urgency).AddLast(call.Place);
            var now = Now;
            Offer(thread, now);
            LetGo(now);
            return call;
        }
    }

    /// <returns>False when it is not in line any more.</returns>
    public bool TakeOut(WaitingCall call)
    {
        lock (_door)
        {
            if (call.Place.List is not { } line)
                return false;

            line.Remove(call.Place);
            return true;
        }
    }

    /// <summary>How long the thread itself holds back its next call; the tenant's queue comes on top.</summary>
    public TimeSpan HeldFor(ulong key)
    {
        lock (_door)
        {
            var wait = _threads.FreeAt(key) - Now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Teams let a call through.</summary>
    public void Passed(ulong key)
    {
        lock (_door)
        {
            _threads.Passed(key);
            _ceiling.Passed();
        }
    }

    /// <param name="asked">How long Teams asked to wait; null where it did not say.</param>
    /// <returns>The part of their full pace at which announcements go from now on, where this slowed the whole tenant.</returns>
    public double? Throttled(ulong key, TimeSpan? asked)
    {
        lock (_door)
        {
            if (_isClosed)
                return null;

            var now = Now;
            _threads.Of(key).Throttled(now, asked);
            Arm(now);
            return _ceiling.Throttled(key, now);
        }
    }

    /// <summary>Ends every wait with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_door)
        {
            _isClosed = true;
            _timer.Dispose();
            foreach (var call in _threads.All.SelectMany(it => MostUrgentFirst.SelectMany(it.Line)))
                call.TrySetException(new ObjectDisposedException(nameof(OutgoingPace)));
        }
    }

    private void Tick()
    {
        lock (_door)
        {
            if (!_isClosed)
                LetGo(Now);
        }
    }

    private void LetGo(TimeSpan now)
    {
        while (_asleep.TryPeek(out var thread, out var at) && at <= now)
        {
            _asleep.Dequeue().IsAsleep = false;
            Offer(thread, now);
        }

        while (LetOneGo(now))
        {
        }

        if (_threads.Sweep(now))
            TrimQueues();
        Arm(now);
    }

    private bool LetOneGo(TimeSpan now)
    {
        foreach (var urgency in MostUrgentFirst)
        {
            while (_ceiling.FreeAt(urgency) <= now && _ready[(int)urgency].TryDequeue(out var thread))
            {
                thread.LeaveReady(urgency);
                if (thread.IsWaitedForAs(urgency) && _threads.FreeAt(thread.Key) <= now)
                {
                    Go(thread, urgency, now);
                    return true;
                }

                Offer(thread, now);
            }
        }

        return false;
    }

    private void Go(ThreadPace thread, Urgency urgency, TimeSpan now)
    {
        _ceiling.Called(urgency, now);
        _threads.Called(thread, now);
        var call = thread.Line(urgency).First!.Value;
        thread.Line(urgency).RemoveFirst();
        call.TrySetResult();
        Offer(thread, now);
    }

    // Puts a thread with calls waiting where it belongs now.
    private void Offer(ThreadPace thread, TimeSpan now)
    {
        if (thread.IsAsleep || !thread.IsWaitedFor)
            return;

        if (_threads.FreeAt(thread.Key) is var at && at > now)
        {
            thread.IsAsleep = true;
            _asleep.Enqueue(thread, at);
            return;
        }

        foreach (var urgency in MostUrgentFirst.Where(thread.IsWaitedForAs))
        {
            if (!thread.BecomeReady(urgency))
                continue;

            if (urgency == Urgency.Announcement && _ready[(int)urgency].Count == 0)
                _ceiling.AnnouncementsBegin(now);
            _ready[(int)urgency].Enqueue(thread);
        }
    }

    // After a hundred thousand calls have waited, the room they took is given back.
    private void TrimQueues()
    {
        _asleep.TrimExcess();
        foreach (var queue in _ready)
            queue.TrimExcess();
    }

    private void Arm(TimeSpan now)
    {
        var next = _threads.SweepAt;
        if (_asleep.TryPeek(out _, out var wakeAt))
            next = Earlier(next, wakeAt);
        foreach (var urgency in MostUrgentFirst.Where(it => _ready[(int)it].Count > 0))
            next = Earlier(next, _ceiling.FreeAt(urgency));

        // Rounded up: timers count whole milliseconds, and one that is early would only be set again.
        var wait = next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, (next - now).TotalMilliseconds)));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
