using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>
/// Keeps who holds which role as the database has it: read before the first turn, after each change of this instance, and every few seconds
/// for those of others.
/// </summary>
public sealed class RoleRefresh(RoleDictionary held, IDbContextFactory<BotDb> databases) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    private int? _version;

    public Task StartAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task ReadAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var roles = new RoleStore(db);
            var version = await roles.VersionAsync(cancel);
            if (version == _version)
                return;

            // What changes between the two is read again the next time: the version may be older than what was read, never newer.
            held.Replace(await roles.AllAsync(cancel));
            _version = version;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
