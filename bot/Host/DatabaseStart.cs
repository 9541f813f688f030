using System.Data.Common;
using ChatOpsBot.Application;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>Brings the database up to date before the first activity is taken.</summary>
internal sealed class DatabaseStart(
    IDbContextFactory<BotDb> databases,
    SqliteFileGuard guard,
    IOptions<StorageOptions> options,
    ILogger<DatabaseStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await PrepareAsync(db, cancellationToken);
        if (options.Value.Provider is StorageProvider.Sqlite && SqliteFile.Of(db.Database.GetConnectionString()) is { } file)
            guard.Watch(file);
        log.DatabaseReady(options.Value.Provider.ToString());
    }

    /// <exception cref="StartFaultException">The database is not there, not writable, or no database.</exception>
    public static async Task PrepareAsync(BotDb db, CancellationToken cancel)
    {
        try
        {
            await db.PrepareAsync(cancel);
        }
        catch (Exception fault)
            when (fault is DbException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            var reason = fault.GetBaseException().Message.ReplaceLineEndings(" ");
            throw new StartFaultException($"The database cannot be used: {reason} Check Storage:ConnectionString.", fault);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
