using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Changes DR events outside a turn, beside the people who change them at the same time.</summary>
public sealed class RecoveryChanges(
    IDbContextFactory<BotDb> databases, RecoveryPolicy policy, Signal outbox, AnnouncementSignals announcing, TimeProvider time)
{
    private const int Attempts = 5;

    public async Task<RecoveryEvent?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RecoveryStore(db).FindAsync(id, cancel);
    }

    /// <summary>
    /// Keeps a change with its messages in one commit. Whoever was first is looked at again, and the change made to that.
    /// </summary>
    /// <param name="change">Null where there is nothing to change.</param>
    /// <returns>The event after the change; null where there was nothing to change.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Others were first again and again.</exception>
    public async Task<RecoveryEvent?> ApplyAsync(
        Guid id, Func<RecoveryEvent, DateTimeOffset, RecoveryEvent?> change, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var store = new RecoveryStore(db);
            var now = time.GetUtcNow();
            if (await store.FindAsync(id, cancel) is not { } drEvent || change(drEvent, now) is not { } changed)
                return null;

            await store.KeepAsync(changed, origin: null, now, cancel);
            var messages = new OutboxStore(db);
            foreach (var message in RecoveryMessages.After(drEvent, changed, policy))
                messages.Add(message, now);
            if (await SaveAsync(db, cancel))
                return changed;
        }

        throw new DbUpdateConcurrencyException($"DR event {id} was changed by others {Attempts} times meanwhile.");
    }

    /// <summary>Adds a message of its own, without a change.</summary>
    public Task SendAsync(OutboxMessage message, CancellationToken cancel) => SendAsync([message], cancel);

    /// <summary>Adds messages in one commit, without a change.</summary>
    public async Task SendAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var store = new OutboxStore(db);
        foreach (var message in messages)
            store.Add(message, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        outbox.Set();
    }

    /// <summary>
    /// Adds a message unless one like it is open: for whoever may be doing the same once more, and is the only one who does.
    /// </summary>
    /// <param name="isLike">Whether an open one takes its place.</param>
    public async Task SendOnceAsync<T>(T message, Func<T, bool> isLike, CancellationToken cancel)
        where T : OutboxMessage
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!(await new OutboxStore(db).OpenAsync<T>(message.Subject, cancel)).Any(isLike))
            await SendAsync(message, cancel);
    }

    private async Task<bool> SaveAsync(BotDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (db.IsConcurrencyConflict(fault))
        {
            return false;
        }

        outbox.Set();
        announcing.Events.Set();
        return true;
    }
}
