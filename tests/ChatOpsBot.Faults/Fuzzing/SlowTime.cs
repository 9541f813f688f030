namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>
/// Time at a tenth of the pace of the wall clock: a run of hours gives way to whatever else the machine does, and a turn that waited for
/// the processor is none that took too long.
/// </summary>
internal sealed class SlowTime : TimeProvider
{
    public const int Factor = 10;

    private readonly long _began = System.GetTimestamp();
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_began) / Factor);

    public override long GetTimestamp() => (System.GetTimestamp() - _began) / Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SlowTimer(System.CreateTimer(callback, state, Stretched(dueTime), Stretched(period)));

    // The longest that a timer takes is 49 days; infinite is -1 ms.
    private static TimeSpan Stretched(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Min(time.TotalMilliseconds * Factor, uint.MaxValue - 1));

    private sealed class SlowTimer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Stretched(dueTime), Stretched(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
