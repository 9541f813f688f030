using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Outbox;

/// <summary>Changes outside a turn: what is changed and the messages that follow from it are saved in one commit.</summary>
public sealed class OutboxCommits(IDbContextFactory<BotDb> databases, Signal outbox, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Makes a change. Where somebody else was first it is made again, to what they left.</summary>
    /// <param name="change">Loads and changes within the unit of work; null where there is nothing to change.</param>
    /// <returns>What it was changed to; null where there was nothing to change.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Others were first again and again.</exception>
    public async Task<T?> ChangeAsync<T>(
        Func<BotDb, DateTimeOffset, Task<(T Changed, IReadOnlyList<OutboxMessage> Messages)?>> change, CancellationToken cancel)
        where T : class
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow();
            if (await change(db, now) is not var (changed, messages))
                return null;

            Add(db, messages, now);
            if (await db.TrySaveChangesAsync(cancel))
            {
                outbox.Set();
                return changed;
            }
        }

        throw new DbUpdateConcurrencyException($"A change lost {Attempts} times to others who changed the same.");
    }

    /// <summary>Adds messages in one commit, without a change.</summary>
    public async Task SendAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        Add(db, messages, time.GetUtcNow());
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
            await SendAsync([message], cancel);
    }

    private static void Add(BotDb db, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
    {
        var store = new OutboxStore(db);
        foreach (var message in messages)
            store.Add(message, now);
    }
}
