namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>
/// Releases the calls of one tenant. A thread with waiting calls is either ready, in the order in which the threads became so, or asleep
/// until its own windows and backoff allow the next call; so calls of a slow thread do not block others.
/// </summary>
internal sealed class TenantPace : IDisposable
{
    private static readonly Urgency[] MostUrgentFirst = [Urgency.Answer, Urgency.Announcement];

    private readonly Lock _lock = new();
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

        // Otherwise the timer would capture the context of the turn that happens to call first.
        using var _ = ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(tenant => ((TenantPace)tenant!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Monotonic: unlike the time of day it cannot be set.
    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Queues a call; the returned task completes when it may be sent.</summary>
    public WaitingCall Enqueue(ulong key, Urgency urgency)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(OutgoingPace));
            var thread = _threads.Of(key);
            var call = new WaitingCall(this);
            thread.Queue(urgency).AddLast(call.Place);
            var now = Now;
            Offer(thread, now);
            ReleaseDue(now);
            return call;
        }
    }

    /// <returns>False when it is no longer queued.</returns>
    public bool Remove(WaitingCall call)
    {
        lock (_lock)
        {
            if (call.Place.List is not { } queue)
                return false;

            queue.Remove(call.Place);
            return true;
        }
    }

    /// <summary>How long the thread itself holds its next call; the wait for the tenant's limit comes on top.</summary>
    public TimeSpan HeldFor(ulong key)
    {
        lock (_lock)
            return Instants.Later(_threads.FreeAt(key) - Now, TimeSpan.Zero);
    }

    /// <summary>Teams accepted a call.</summary>
    public void Passed(ulong key)
    {
        lock (_lock)
        {
            _threads.Passed(key);
            _ceiling.Passed();
        }
    }

    /// <param name="asked">How long Teams asked to wait; null where it did not say.</param>
    /// <returns>The fraction of their full rate at which announcements are sent from now on, where this slowed the whole tenant.</returns>
    public double? Throttled(ulong key, TimeSpan? asked)
    {
        lock (_lock)
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
        lock (_lock)
        {
            _isClosed = true;
            _timer.Dispose();
            foreach (var call in _threads.All.SelectMany(it => MostUrgentFirst.SelectMany(it.Queue)))
                call.TrySetException(new ObjectDisposedException(nameof(OutgoingPace)));
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            if (!_isClosed)
                ReleaseDue(Now);
        }
    }

    private void ReleaseDue(TimeSpan now)
    {
        while (_asleep.TryPeek(out var thread, out var at) && at <= now)
        {
            _asleep.Dequeue().IsAsleep = false;
            Offer(thread, now);
        }

        while (ReleaseOne(now))
        {
        }

        if (_threads.Sweep(now))
            TrimQueues();
        Arm(now);
    }

    private bool ReleaseOne(TimeSpan now)
    {
        foreach (var urgency in MostUrgentFirst)
        {
            while (_ceiling.FreeAt(urgency) <= now && _ready[(int)urgency].TryDequeue(out var thread))
            {
                thread.LeaveReady(urgency);
                if (thread.IsWaitedForAs(urgency) && _threads.FreeAt(thread.Key) <= now)
                {
                    Release(thread, urgency, now);
                    return true;
                }

                Offer(thread, now);
            }
        }

        return false;
    }

    private void Release(ThreadPace thread, Urgency urgency, TimeSpan now)
    {
        _ceiling.Called(urgency, now);
        _threads.Called(thread, now);
        var call = thread.Queue(urgency).First!.Value;
        thread.Queue(urgency).RemoveFirst();
        call.TrySetResult();
        Offer(thread, now);
    }

    // Puts a thread with waiting calls into the queue it belongs to now.
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

    // Returns the memory after many calls have waited.
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
            next = Instants.Earlier(next, wakeAt);
        foreach (var urgency in MostUrgentFirst.Where(it => _ready[(int)it].Count > 0))
            next = Instants.Earlier(next, _ceiling.FreeAt(urgency));

        // Rounded up: timers count whole milliseconds, and one that fires early would only be set again.
        var wait = next == TimeSpan.MaxValue
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, (next - now).TotalMilliseconds)));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
