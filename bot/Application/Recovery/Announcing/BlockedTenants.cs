using System.Collections.Concurrent;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// Tenants whose administrator blocks the app. Teams does not tell when a block is over: whatever the tenant sends shows it, and where
/// nobody says anything, a try from time to time.
/// </summary>
public sealed class BlockedTenants(
    IDbContextFactory<BotDb> databases, AnnouncementSignals signals, TimeProvider time, ILogger<BlockedTenants> log)
{
    /// <summary>
    /// Why their channels are paused: the code of Teams (Teams documentation, "Status codes from bot conversational APIs").
    /// </summary>
    public const string Why = "BotDisabledByAdmin";

    /// <summary>How often the database is asked: another instance may have met the block.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TryEvery = TimeSpan.FromHours(1);

    // What is known here, so that an ordinary turn needs no database to learn that nothing is blocked.
    private readonly ConcurrentDictionary<string, byte> _known = new();
    private long? _looked;

    /// <summary>Its channels were paused.</summary>
    public void Note(string? tenant) => _known[tenant ?? ""] = 0;

    /// <summary>Somebody of the tenant reaches the bot. Never throws: the next one tries it again.</summary>
    public async Task HeardAsync(string? tenant, CancellationToken cancel)
    {
        if (!_known.ContainsKey(tenant ?? ""))
            return;

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await OpenAsync(db, tenant, cancel);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.AnnouncingHeldUp(new BareException(fault));
        }
    }

    /// <summary>
    /// Learns which tenants are blocked. Those that have been for long while an event is open are opened: their next deliveries tell
    /// whether the block still stands, and the first that is refused pauses all of them again.
    /// </summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        if (_looked is { } looked && time.GetElapsedTime(looked) < LookEvery)
            return;

        await using var db = await databases.CreateDbContextAsync(cancel);
        var paused = await new ChannelGate(db).PausedTenantsAsync(Why, cancel);
        _looked = time.GetTimestamp();
        foreach (var ended in _known.Keys.Except(paused.Select(it => it.Tenant ?? "")))
            _known.TryRemove(ended, out _);
        foreach (var (tenant, since, hasNews) in paused)
        {
            Note(tenant);
            if (hasNews && time.GetUtcNow() - since >= TryEvery)
                await OpenAsync(db, tenant, cancel);
        }
    }

    private async Task OpenAsync(BotDb db, string? tenant, CancellationToken cancel)
    {
        var opened = await new ChannelGate(db).OpenTenantAsync(tenant, Why, time.GetUtcNow(), cancel);
        _known.TryRemove(tenant ?? "", out _);
        log.TenantOpened(tenant, opened);
        signals.Events.Set();
    }
}
