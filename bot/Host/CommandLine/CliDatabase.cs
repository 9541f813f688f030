using ChatOpsBot.Application.Desks;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// The configured database without a host, for commands that look at it or work at the bot's own desk. The bot may run beside it.
/// </summary>
internal sealed class CliDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    private CliDatabase(ServiceProvider services, BotDb db) => (_services, Db) = (services, db);

    public BotDb Db { get; }

    /// <exception cref="StartFaultException">There is no database, or it is of an older version: a look makes and changes none.</exception>
    public static async Task<CliDatabase> OpenAsync(BotHostArguments arguments, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddSingleton(BotSettings.Read(arguments.Settings, arguments.Environment));
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage();
        services.AddDesk();
        var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            var db = await provider.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
            await CheckAsync(db, cancel);
            await db.BePatientAsync(Patience, cancel);
            return new CliDatabase(provider, db);
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static async Task CheckAsync(BotDb db, CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel))
            throw new StartFaultException(
                $"There is no database at {db.Database.GetDbConnection().DataSource}. Start the bot once, or set Storage:ConnectionString to where it is.");

        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new StartFaultException(
                "The database is from an older version of the bot. Start this version once, or run doctor, to update it.");
    }
}
