namespace ChatOpsBot.Tests.Support;

/// <summary>
/// A clock that stands still until it is told to leap to the next timer: an hour of waiting is played exactly, and in a moment. The time
/// of day is another clock, which can be set. Timers with a period are not played.
/// </summary>
internal sealed class LeapingClock(TimeSpan late = default) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _door = new();
    private readonly SortedSet<LeapTimer> _timers = new(Comparer<LeapTimer>.Create((one, other) =>
        one.Due == other.Due ? one.Number.CompareTo(other.Number) : one.Due.CompareTo(other.Due)));

    private long _lastNumber;
    private TimeSpan _elapsed;

    public TimeSpan Elapsed
    {
        get
        {
            lock (_door)
                return _elapsed;
        }
    }

    /// <summary>By how much somebody has set the time of day forwards or back.</summary>
    public TimeSpan WallShift { get; set; }

    /// <summary>How many timers are set.</summary>
    public int Timers
    {
        get
        {
            lock (_door)
                return _timers.Count;
        }
    }

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => Elapsed.Ticks * (TimestampFrequency / TimeSpan.TicksPerSecond);

    public override DateTimeOffset GetUtcNow() => Start + Elapsed + WallShift;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, period);
        var timer = new LeapTimer(this, () => callback(state), Interlocked.Increment(ref _lastNumber));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Leaps to the next timer and lets it ring.</summary>
    /// <returns>False when none is set until then; the clock shows that instant.</returns>
    public bool Leap(TimeSpan? until = null)
    {
        LeapTimer? timer;
        lock (_door)
        {
            timer = _timers.Min;
            if (timer is null || timer.Due > until)
            {
                _elapsed = until > _elapsed ? until.Value : _elapsed;
                return false;
            }

            _timers.Remove(timer);
            _elapsed = timer.Due > _elapsed ? timer.Due : _elapsed;
        }

        timer.Ring();
        return true;
    }

    /// <summary>Leaps past every timer, as when the machine stood still; they ring afterwards.</summary>
    public void Sleep(TimeSpan span)
    {
        lock (_door)
            _elapsed += span;
    }

    private void Set(LeapTimer timer, TimeSpan dueTime)
    {
        lock (_door)
        {
            _timers.Remove(timer);
            timer.Due = _elapsed + dueTime + late;
            if (dueTime != Timeout.InfiniteTimeSpan)
                _timers.Add(timer);
        }
    }

    private sealed class LeapTimer(LeapingClock clock, Action ring, long number) : ITimer
    {
        public TimeSpan Due { get; set; }

        public long Number => number;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
