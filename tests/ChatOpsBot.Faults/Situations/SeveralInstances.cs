using ChatOpsBot.Tests.Postgres;

namespace ChatOpsBot.Faults.Situations;

/// <summary>
/// Instances of the bot's own program on one PostgreSQL, each of which gets the next call in turn. One after the other is killed, or
/// PostgreSQL goes away and comes back, while people send requests.
/// </summary>
internal static class SeveralInstances
{
    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        if (server.WhyNot is { } reason)
        {
            yield return new("PostgreSQL", 0, Fault: reason);
            yield break;
        }

        foreach (var count in new[] { 2, 3 })
            yield return await PlayAsync(server, $"{In(count)}, killed one after the other", count, (bots, _) => bots.KillNextAsync());
        foreach (var count in new[] { 1, 2 })
        {
            yield return await PlayAsync(
                server, $"PostgreSQL goes away and comes back, {In(count)}", count, (_, database) => RestartAsync(server, database));
        }

        if (!server.IsOwn)
            yield break;
        foreach (var (how, mode) in new[] { ("stopped", "fast"), ("killed", "immediate") })
        {
            yield return await PlayAsync(
                server, $"PostgreSQL is {how} and started again, {In(2)}", 2, (_, _) => server.RestartAsync(mode, TimeSpan.FromSeconds(5)));
        }
    }

    private static string In(int count) => count > 1 ? $"{count} instances" : "1 instance";

    private static async Task<Figures> PlayAsync(
        PostgresServer server, string name, int count, Func<Instances, string, Task> trouble)
    {
        var database = $"faults_{Guid.NewGuid():N}";
        await using var bots = await Instances.StartAsync(server.ConnectionString(database), count);
        return await FilingPeople.PlayAsync(name, bots, server.Opener(database), _ => trouble(bots, database));
    }

    // As when the server is restarted: nobody gets in, and every line is cut.
    private static async Task RestartAsync(PostgresServer server, string database)
    {
        await using var other = new Npgsql.NpgsqlConnection(server.ConnectionString("postgres"));
        await other.OpenAsync();
        await RunAsync(other, $"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS false");
        await RunAsync(other, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        await Task.Delay(TimeSpan.FromSeconds(2));
        await RunAsync(other, $"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS true");
    }

    private static async Task RunAsync(Npgsql.NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
