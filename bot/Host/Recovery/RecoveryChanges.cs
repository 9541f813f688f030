using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Host.Recovery.Announcing;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Changes DR events outside a turn, beside the people who change them at the same time.</summary>
public sealed class RecoveryChanges(IDbContextFactory<BotDb> databases, RecoveryPolicy policy, OutboxSignal outbox, AnnouncingBells announcing, TimeProvider time)
{
    private const int Attempts = 5;

    public async Task<RecoveryEvent?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RecoveryStore(db).FindAsync(id, cancel);
    }

    /// <summary>Keeps a change with its errands in one commit. Whoever was first is looked at again, and the change made to that.</summary>
    /// <param name="change">Null where there is nothing to change.</param>
    /// <returns>The event after the change; null where there was nothing to change.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Others were first again and again.</exception>
    public async Task<RecoveryEvent?> ApplyAsync(Guid id, Func<RecoveryEvent, DateTimeOffset, RecoveryEvent?> change, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var store = new RecoveryStore(db);
            var now = time.GetUtcNow();
            if (await store.FindAsync(id, cancel) is not { } happening || change(happening, now) is not { } changed)
                return null;

            await store.KeepAsync(changed, home: null, now, cancel);
            var errands = new ErrandStore(db);
            foreach (var errand in RecoveryErrands.After(happening, changed, policy))
                errands.Add(errand, now);
            if (await SaveAsync(db, cancel))
                return changed;
        }

        throw new DbUpdateConcurrencyException($"DR event {id} was changed by others {Attempts} times meanwhile.");
    }

    /// <summary>Adds an errand of its own, without a change.</summary>
    public Task SendAsync(Errand errand, CancellationToken cancel) => SendAsync([errand], cancel);

    /// <summary>Adds errands in one commit, without a change.</summary>
    public async Task SendAsync(IReadOnlyList<Errand> errands, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new ErrandStore(db);
        foreach (var errand in errands)
            store.Add(errand, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        outbox.Wake();
    }

    /// <summary>Adds an errand unless one like it is open: for whoever may be doing the same once more, and is the only one who does.</summary>
    /// <param name="isLike">Whether an open one takes its place.</param>
    public async Task SendOnceAsync<T>(T errand, Func<T, bool> isLike, CancellationToken cancel)
        where T : Errand
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!(await new ErrandStore(db).OpenAsync<T>(errand.About, cancel)).Any(isLike))
            await SendAsync(errand, cancel);
    }

    private async Task<bool> SaveAsync(BotDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (db.LostTheRace(fault))
        {
            return false;
        }

        outbox.Wake();
        announcing.Events.Wake();
        return true;
    }
}
