using ChatOpsBot.Application.Settings;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Channels;

/// <summary>Brings what the settings make channels follow into the database, at every start.</summary>
internal sealed class ChannelStart(
    IDbContextFactory<BotDb> databases,
    IOptions<ChannelOptions> options,
    IOptions<ConnectorOptions> teams,
    TimeProvider time,
    ILogger<ChannelStart> log) : IHostedService
{
    private const int Attempts = 3;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await SettledAsync(cancellationToken); attempt++)
        {
            if (attempt == Attempts)
                throw new DbUpdateConcurrencyException($"Other instances changed the listed channels {Attempts} times meanwhile.");
            log.AnotherWasFirst();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>False when another instance that starts at the same time was first.</returns>
    private async Task<bool> SettledAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (added, ended) = await new ListedChannelStore(db).SettleAsync(options.Value.Listed, now, cancel);
        if (!await db.TrySaveChangesAsync(cancel))
            return false;

        var unreached = await new ChannelStore(db).ReachAllAsync(TenantIds.AsTeamsWrites(teams.Value.TenantId), now, cancel);
        if (!await db.TrySaveChangesAsync(cancel))
            return false;

        log.ChannelsSettled(options.Value.Listed.Count, added, ended, unreached);
        return true;
    }
}
