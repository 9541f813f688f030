using System.Collections.Concurrent;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>What became of all that was sent.</summary>
internal sealed class WildTally
{
    private readonly ConcurrentDictionary<string, int> _kinds = [];
    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private readonly ConcurrentQueue<WildFailure> _failures = [];
    private int _count;
    private long _longest;

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public IReadOnlyCollection<WildFailure> Failures => _failures;

    /// <summary>The longest that one thing waited for its response.</summary>
    public TimeSpan Longest => new(Interlocked.Read(ref _longest));

    public void Add(string kind, int status, TimeSpan took)
    {
        Interlocked.Increment(ref _count);
        _kinds.AddOrUpdate(kind, 1, (_, count) => count + 1);
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        InterlockedMax(took.Ticks);
    }

    public void Add(WildFailure failure) => _failures.Enqueue(failure);

    private void InterlockedMax(long ticks)
    {
        for (var seen = Interlocked.Read(ref _longest); ticks > seen; seen = Interlocked.Read(ref _longest))
            Interlocked.CompareExchange(ref _longest, ticks, seen);
    }
}
