using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Leases;

/// <summary>
/// The right of one instance at a time to do a task. Whoever has it renews it; another takes it when it was not renewed for its whole
/// length, measured by the other's own clock from when it saw it last change: no two clocks need agree.
/// </summary>
/// <param name="task">The name of the task.</param>
/// <param name="length">How long it holds without being renewed.</param>
public class TaskLease(IDbContextFactory<BotDb> databases, TimeProvider time, string task, TimeSpan length)
{
    /// <summary>Older than that by its own date, it is nobody's: no two clocks differ by so much.</summary>
    private static readonly TimeSpan LongOver = TimeSpan.FromMinutes(2);

    private SeenLease? _seen;
    private long? _seenFirst;
    private long? _looked;
    private long _renewed;

    /// <summary>A name for the time in which this instance has it: another each time. Null while it has not.</summary>
    public string? Holder { get; private set; }

    /// <summary>
    /// It is this instance's for long enough that a call can still leave. It counts from before the last renewal was asked for, others
    /// count from after they have seen it.
    /// </summary>
    public bool IsSafe => Holder is not null && time.GetElapsedTime(_renewed) < length * 0.8;

    public TimeSpan RenewEvery => length / 3;

    /// <summary>How often those look who wait for it: seldom enough for the database, often enough to take over in time.</summary>
    public TimeSpan LookEvery => length / 10;

    /// <summary>Since when it was not seen, whoever has it; null where it never was.</summary>
    public TimeSpan? Unseen => _looked is { } looked ? time.GetElapsedTime(looked) : null;

    /// <returns>True when it is this instance's from now on.</returns>
    public async Task<bool> TryTakeAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new LeaseStore(db, task);
        var asked = time.GetTimestamp();
        See(await store.SeeAsync(cancel));
        if (_seen is not null && time.GetElapsedTime(_seenFirst!.Value) < length && _seen.Until > time.GetUtcNow() - LongOver)
            return false;

        var name = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";
        if (!await store.TakeAsync(_seen, name, time.GetUtcNow() + length, cancel))
            return false;

        (_renewed, Holder) = (asked, name);
        return true;
    }

    /// <returns>False when it is not this instance's any more.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var asked = time.GetTimestamp();
        if (Holder is not { } holder || !await new LeaseStore(db, task).RenewAsync(holder, time.GetUtcNow() + length, cancel))
            return false;

        (_renewed, _looked) = (asked, asked);
        return true;
    }

    /// <summary>This instance does not count on it any more.</summary>
    public void Forget() => Holder = null;

    /// <summary>Leaves it to whoever wants it.</summary>
    public async Task GiveBackAsync(CancellationToken cancel)
    {
        if (Holder is not { } holder)
            return;

        Holder = null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await new LeaseStore(db, task).GiveBackAsync(holder, cancel);
    }

    private void See(SeenLease? now)
    {
        _looked = time.GetTimestamp();
        if (now == _seen && _seenFirst is not null)
            return;

        (_seen, _seenFirst) = (now, _looked);
    }
}
