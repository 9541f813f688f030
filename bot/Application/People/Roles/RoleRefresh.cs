using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>
/// Keeps who holds which role as the database has it: read before the first turn, after each change of this instance, and every few seconds
/// for those of others.
/// </summary>
public sealed class RoleRefresh(RoleDictionary held, IDbContextFactory<BotDb> databases, TimeProvider time, ILogger<RoleRefresh> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    private int? _version;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

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

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = Pause, Failed = log.RolesUnreadable }.RunAsync(ReadAsync, stoppingToken);
}
