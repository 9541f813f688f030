using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Postgres;

namespace ChatOpsBot.Faults.Situations.Upgraded;

/// <summary>
/// People send requests while an older version of the bot, which this repository's history holds, gives way to this one, with a migration
/// between the two: as the README of storage has it, and against its advice with both at work at once.
/// </summary>
internal static class Upgrades
{
    private const int Instances = 2;

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        var (older, missing) = await OlderBuild.GetAsync();
        var step = missing.Split('_')[^1];
        yield return await OnSqliteAsync($"SQLite: older stopped, this one started (“{step}”)", older);

        await using var server = new PostgresServer();
        await server.InitializeAsync();
        if (server.WhyNot is { } reason)
        {
            yield return new("PostgreSQL", 0, Fault: reason);
            yield break;
        }

        yield return await OnPostgresAsync(
            server,
            $"All older stopped, then one, then the other (“{step}”)",
            older,
            (bots, time) => time == 2 ? bots.ReplaceAllAsync() : Nothing);
        yield return await OnPostgresAsync(
            server,
            $"The older serves while this one migrates (“{step}”)",
            older,
            (bots, time) => time is 1 or 3 ? bots.ReplaceNextAsync() : Nothing);
    }

    private static Task Nothing => Task.CompletedTask;

    private static async Task<Figures> OnPostgresAsync(
        PostgresServer server, string name, string older, Func<Instances, int, Task> upgrade)
    {
        var database = $"faults_{Guid.NewGuid():N}";
        await using var bots = await Situations.Instances.StartAsync(server.ConnectionString(database), Instances, program: older);
        return await UpgradedAsync(name, bots, server.Opener(database), time => upgrade(bots, time));
    }

    private static async Task<Figures> OnSqliteAsync(string name, string older)
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        try
        {
            var connection = $"Data Source={Path.Combine(folder.FullName, "bot.db")};Pooling=False";
            await using var bots = await Situations.Instances.StartAsync(connection, 1, "Sqlite", older);
            return await UpgradedAsync(
                name, bots, Databases.OfFile(connection), time => time == 2 ? bots.ReplaceAllAsync() : Nothing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Figures> UpgradedAsync(string name, Instances bots, Func<BotDb> open, Func<int, Task> upgrade)
    {
        // Older ones run already; all that is started from now on is this version.
        bots.Program = null;
        return await FilingPeople.PlayAsync(name, bots, open, upgrade);
    }
}
