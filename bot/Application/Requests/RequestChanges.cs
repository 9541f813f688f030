using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Changes requests outside a turn, beside the people who change them at the same time.</summary>
public sealed class RequestChanges(IDbContextFactory<BotDb> databases, OutboxCommits commits)
{
    public async Task<Request?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RequestStore(db).FindAsync(id, cancel);
    }

    /// <summary>Saves a change with its messages (<see cref="OutboxCommits.ChangeAsync"/>).</summary>
    /// <param name="change">Null where there is nothing to change.</param>
    public Task ApplyAsync(Guid id, Func<Request, RequestChange?> change, CancellationToken cancel) =>
        commits.ChangeAsync<Request>(
            async (db, now) =>
            {
                var requests = new RequestStore(db);
                if (await requests.FindAsync(id, cancel) is not { } request || change(request) is not { } changed)
                    return null;

                var next = changed.Next with { Version = request.Version + 1, ChangedAt = now };
                await requests.PutAsync(next, changed.AuditEntry, origin: null, now, cancel);
                return (next, changed.OutboxMessages);
            },
            cancel);

    /// <summary>Adds a message of its own, without a change.</summary>
    public Task SendAsync(OutboxMessage message, CancellationToken cancel) => commits.SendAsync([message], cancel);
}
