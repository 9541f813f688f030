using System.Security.Cryptography;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Auditing;

/// <summary>
/// Makes the head of the audit chain known where whoever changes the database cannot change it: in the log and, where settings name
/// one, by a timestamp authority.
/// </summary>
internal sealed class AuditAnchoring(
    IDbContextFactory<BotDb> databases,
    TimestampClient authority,
    IOptions<AuditOptions> options,
    TimeProvider time,
    ILogger<AuditAnchoring> log)
{
    private readonly TaskLease _lease = new(databases, time, "audit timestamp", TimeSpan.FromMinutes(1));

    private long _told;

    public async Task LookAsync(CancellationToken cancel)
    {
        if (await HeadAsync(cancel) is not { Sequence: > 0 } head)
            return;

        if (head.Sequence != _told)
            log.AuditHead(head.Sequence, Convert.ToHexStringLower(head.Hash));
        _told = head.Sequence;
        if (options.Value.ReadAuthority() is { } address && await IsDueAsync(head, cancel) && await _lease.TryTakeAsync(cancel))
            await StampAsync(address, cancel);
    }

    private async Task<AuditChainHead?> HeadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new AuditReader(db).HeadAsync(cancel);
    }

    private async Task<bool> IsDueAsync(AuditChainHead head, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new TimestampStore(db).LastAsync(cancel) is not { } last
            || (last.Sequence < head.Sequence && last.At + options.Value.TimestampEvery <= time.GetUtcNow());
    }

    // One attempt a look: the next is not long in coming, and what it signs covers what this one would have.
    private async Task StampAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            // Another instance may have been at it until now.
            if (await HeadAsync(cancel) is not { } head || !await IsDueAsync(head, cancel))
                return;

            var token = await authority.StampAsync(address, head.Hash, cancel);
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await new TimestampStore(db).AddAsync(head.Sequence, token, cancel))
                log.AuditTimestamped(head.Sequence, token.TokenInfo.Timestamp);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested
            && fault is HttpRequestException or CryptographicException or OperationCanceledException)
        {
            log.AuditNotTimestamped(new BareException(fault));
        }
        finally
        {
            await _lease.GiveBackAsync(cancel);
        }
    }
}
