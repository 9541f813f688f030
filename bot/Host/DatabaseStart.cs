using System.Data.Common;
using ChatOpsBot.Application;
using ChatOpsBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>Brings the database up to date before the first activity is taken.</summary>
internal sealed class DatabaseStart(
    IDbContextFactory<BotDb> databases, IOptions<StorageOptions> options, ILogger<DatabaseStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await PrepareAsync(db, cancellationToken);
        log.DatabaseReady(options.Value.Provider.ToString());
    }

    /// <exception cref="StartFaultException">The database is not there, not writable, or no database.</exception>
    public static async Task PrepareAsync(BotDb db, CancellationToken cancel)
    {
        try
        {
            MakeFolder(db);
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

    // SQLite makes the file but not the folder it lies in.
    private static void MakeFolder(BotDb db)
    {
        if (
            db.Database.GetDbConnection() is SqliteConnection { DataSource: { Length: > 0 } file }
            && Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }
}
