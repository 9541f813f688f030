using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Changes DR events outside a turn, beside the people who change them at the same time.</summary>
public sealed class RecoveryChanges(
    IDbContextFactory<BotDb> databases, RecoveryPolicy policy, OutboxCommits commits, AnnouncementSignals announcing)
{
    public async Task<RecoveryEvent?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RecoveryStore(db).FindAsync(id, cancel);
    }

    /// <summary>Saves a change with its messages (<see cref="OutboxCommits.ChangeAsync"/>).</summary>
    /// <param name="change">Null where there is nothing to change.</param>
    /// <returns>The event after the change; null where there was nothing to change.</returns>
    public async Task<RecoveryEvent?> ApplyAsync(
        Guid id, Func<RecoveryEvent, DateTimeOffset, RecoveryEvent?> change, CancellationToken cancel)
    {
        var changed = await commits.ChangeAsync<RecoveryEvent>(
            async (db, now) =>
            {
                var store = new RecoveryStore(db);
                if (await store.FindAsync(id, cancel) is not { } drEvent || change(drEvent, now) is not { } next)
                    return null;

                await store.PutAsync(next, origin: null, now, cancel);
                return (next, [.. RecoveryMessages.After(drEvent, next, policy)]);
            },
            cancel);
        if (changed is not null)
            announcing.Events.Set();
        return changed;
    }

    /// <summary>Adds a message of its own, without a change.</summary>
    public Task SendAsync(OutboxMessage message, CancellationToken cancel) => commits.SendAsync([message], cancel);
}
