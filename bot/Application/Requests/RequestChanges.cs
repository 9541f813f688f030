using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Changes requests outside a turn, beside the people who change them at the same time.</summary>
public sealed class RequestChanges(IDbContextFactory<BotDb> databases, Signal outbox, TimeProvider time)
{
    private const int Attempts = 5;

    public async Task<Request?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RequestStore(db).FindAsync(id, cancel);
    }

    /// <summary>
    /// Keeps a change with its messages in one commit. Whoever was first is looked at again, and the change made to that.
    /// </summary>
    /// <param name="change">Null where there is nothing to change.</param>
    /// <exception cref="DbUpdateConcurrencyException">Others were first again and again.</exception>
    public async Task ApplyAsync(Guid id, Func<Request, RequestChange?> change, CancellationToken cancel)
    {
        for (var attempt = 1; !await TryAsync(id, change, cancel); attempt++)
        {
            if (attempt == Attempts)
                throw new DbUpdateConcurrencyException($"Request {id} was changed by others {Attempts} times meanwhile.");
        }
    }

    /// <summary>Adds a message of its own, without a change.</summary>
    public async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        new OutboxStore(db).Add(message, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        outbox.Set();
    }

    private async Task<bool> TryAsync(Guid id, Func<Request, RequestChange?> change, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var requests = new RequestStore(db);
        if (await requests.FindAsync(id, cancel) is not { } request || change(request) is not { } changed)
            return true;

        var now = time.GetUtcNow();
        await requests.KeepAsync(
            changed.Next with
            {
                Version = request.Version + 1,
                ChangedAt = now,
            },
            changed.AuditEntry,
            origin: null,
            now,
            cancel);
        var messages = new OutboxStore(db);
        foreach (var message in changed.OutboxMessages)
            messages.Add(message, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (db.IsConcurrencyConflict(fault))
        {
            return false;
        }

        outbox.Set();
        return true;
    }
}
