using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Leases;

/// <summary>Who does a task that one instance at a time may do. Every change is made at once, by one statement.</summary>
public sealed class LeaseStore(BotDb db, string task)
{
    /// <summary>Null while nobody has it.</summary>
    public Task<SeenLease?> SeeAsync(CancellationToken cancel) =>
        db.Leases.Where(lease => lease.Task == task).Select(lease => new SeenLease(lease.Holder, lease.Until)).FirstOrDefaultAsync(cancel);

    /// <param name="from">As it was seen last; null for nobody's.</param>
    /// <returns>False when it is another one by now.</returns>
    public async Task<bool> TakeAsync(SeenLease? from, string holder, DateTimeOffset until, CancellationToken cancel)
    {
        if (from is not null)
            return await SetAsync(
                db.Leases.Where(lease => lease.Task == task && lease.Holder == from.Holder && lease.Until == from.Until),
                holder,
                until,
                cancel);

        db.Leases.Add(new Lease { Task = task, Holder = holder, Until = until });
        return await db.TrySaveChangesAsync(cancel);
    }

    /// <returns>False when somebody else has it by now.</returns>
    public Task<bool> RenewAsync(string holder, DateTimeOffset until, CancellationToken cancel) =>
        SetAsync(db.Leases.Where(lease => lease.Task == task && lease.Holder == holder), holder, until, cancel);

    /// <summary>Anybody may take it from now on.</summary>
    public Task GiveBackAsync(string holder, CancellationToken cancel) =>
        db.Leases.Where(lease => lease.Task == task && lease.Holder == holder).ExecuteDeleteAsync(cancel);

    private static async Task<bool> SetAsync(IQueryable<Lease> which, string holder, DateTimeOffset until, CancellationToken cancel) =>
        await which.ExecuteUpdateAsync(lease => lease.SetProperty(it => it.Holder, holder).SetProperty(it => it.Until, until), cancel) == 1;
}
