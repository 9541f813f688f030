using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Retention;

/// <summary>
/// Lets one instance at a time look for what is past its time. It spares work and no more: two that did it at once, as with clocks that
/// differ, would delete the same rows once.
/// </summary>
internal sealed class RetentionLease(IDbContextFactory<BotDb> databases, TimeProvider time)
{
    private const string Task = "retention";

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private readonly string _holder = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";

    public async Task<bool> TryTakeAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new LeaseStore(db, Task);
        var seen = await store.SeeAsync(cancel);
        var now = time.GetUtcNow();
        return (seen is null || seen.Holder == _holder || seen.Until <= now) && await store.TakeAsync(seen, _holder, now + Length, cancel);
    }

    /// <returns>False when another instance has it by now.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new LeaseStore(db, Task).RenewAsync(_holder, time.GetUtcNow() + Length, cancel);
    }

    public async Task GiveBackAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await new LeaseStore(db, Task).GiveBackAsync(_holder, cancel);
    }
}
