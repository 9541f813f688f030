namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Lets the calls of one tenant go. A thread with calls waiting is either ready, in the order in which the threads became so, or asleep
/// until its own windows and its rest allow the next call; so what waits for a slow thread stands in nobody's way.
/// </summary>
internal sealed class TenantPace : IDisposable
{
    private static readonly Urgency[] MostUrgentFirst = [Urgency.Answer, Urgency.Announcement];

    private readonly Lock _door = new();
    private readonly PaceRules _rules;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly Dictionary<ulong, ThreadPace> _threads = [];
    private readonly Queue<ThreadPace>[] _ready = [new(), new()];
    private readonly PriorityQueue<ThreadPace, TimeSpan> _asleep = new();
    private readonly CallLog _log;
    private readonly SliceLedger _hour;
    private readonly Beat _beat;
    private readonly TenantBrake _brake = new();
    private TimeSpan _sweepAt;
    private bool _isClosed;

    public TenantPace(PaceRules rules, TimeProvider time)
    {
        _rules = rules;
        _time = time;
        _start = time.GetTimestamp();
        _log = new(rules.Tenant.Calls);
        _hour = new(rules.ThreadHour);
        _beat = new(rules.TenantAnnouncements);
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Not the time of day: nobody can set this clock, forwards or back.
    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Stands in line; the task of what comes back ends when the call may leave.</summary>
    public WaitingCall Join(ulong key, Urgency urgency)
    {
        lock (_door)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(OutgoingPace));
            var thread = Thread(key);
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
            var free = _threads.TryGetValue(key, out var thread) ? FreeAt(thread) : _hour.FreeAt(key);
            return free > Now ? free - Now : TimeSpan.Zero;
        }
    }

    /// <summary>Teams let a call through.</summary>
    public void Passed(ulong key)
    {
        lock (_door)
        {
            _threads.GetValueOrDefault(key)?.Passed();
            _brake.Passed();
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
            Thread(key).Throttled(now, asked);
            double? share = _brake.Throttled(key, now) ? _brake.Share(now) : null;
            Arm(now);
            return share;
        }
    }

    /// <summary>Ends every wait with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_door)
        {
            _isClosed = true;
            _timer.Dispose();
            foreach (var call in _threads.Values.SelectMany(it => MostUrgentFirst.SelectMany(it.Line)))
                call.TrySetException(new ObjectDisposedException(nameof(OutgoingPace)));
            _threads.Clear();
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

    private ThreadPace Thread(ulong key)
    {
        if (!_threads.TryGetValue(key, out var thread))
            _threads[key] = thread = new(key, _rules);
        return thread;
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

        Sweep(now);
        Arm(now);
    }

    private bool LetOneGo(TimeSpan now)
    {
        foreach (var urgency in MostUrgentFirst)
        {
            while (FreeAt(urgency) <= now && _ready[(int)urgency].TryDequeue(out var thread))
            {
                thread.LeaveReady(urgency);
                if (thread.IsWaitedForAs(urgency) && FreeAt(thread) <= now)
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
        _log.Add(now);
        _hour.Add(thread.Key, now);
        thread.Called(now);
        if (urgency == Urgency.Announcement)
            _beat.Take(now, _brake.Share(now));

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

        if (FreeAt(thread) is var at && at > now)
        {
            thread.IsAsleep = true;
            _asleep.Enqueue(thread, at);
            return;
        }

        foreach (var urgency in MostUrgentFirst.Where(it => thread.IsWaitedForAs(it) && thread.BecomeReady(it)))
        {
            if (urgency == Urgency.Announcement && _ready[(int)urgency].Count == 0)
                _beat.Begin(now);
            _ready[(int)urgency].Enqueue(thread);
        }
    }

    private TimeSpan FreeAt(ThreadPace thread) => Later(thread.FreeAt(), _hour.FreeAt(thread.Key));

    private TimeSpan FreeAt(Urgency urgency) => urgency == Urgency.Answer
        ? _log.FreeAt(_rules.Tenant)
        : Later(_log.FreeAt(_rules.TenantAnnouncements), _beat.NextAt);

    private void Sweep(TimeSpan now)
    {
        if (now < _sweepAt)
            return;

        _sweepAt = now + _rules.Remembered;
        _hour.Forget(now);
        foreach (var (key, _) in _threads.Where(it => it.Value.IsForgettable(now)))
            _threads.Remove(key);
        _threads.TrimExcess();
        _asleep.TrimExcess();
        foreach (var queue in _ready)
            queue.TrimExcess();
    }

    private void Arm(TimeSpan now)
    {
        var next = _asleep.TryPeek(out _, out var wakeAt) ? wakeAt : TimeSpan.MaxValue;
        foreach (var urgency in MostUrgentFirst.Where(it => _ready[(int)it].Count > 0))
            next = Earlier(next, FreeAt(urgency));
        if (_threads.Count > 0 || !_hour.IsEmpty)
            next = Earlier(next, _sweepAt);

        // Rounded up: timers count whole milliseconds, and one that is early would only be set again.
        _timer.Change(
            next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, (next - now).TotalMilliseconds))),
            Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
