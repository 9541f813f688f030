using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Postgres;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Faults.Situations;

/// <summary>
/// Instances of the bot's own program on one PostgreSQL, each of which gets the next call in turn. One after the other is killed, or
/// PostgreSQL goes away and comes back, while people send requests; Teams delivers again what was not answered.
/// </summary>
internal static class SeveralInstances
{
    private const int People = 24;

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
            yield return await PlayAsync(server, $"{count} instances, killed one after the other", count, (bots, _) => bots.KillNextAsync());
        foreach (var count in new[] { 1, 2 })
            yield return await PlayAsync(
                server, $"PostgreSQL goes away and comes back, {count} instance{(count > 1 ? "s" : "")}", count, (_, database) => RestartAsync(server, database));
    }

    private static async Task<Figures> PlayAsync(
        PostgresServer server, string name, int count, Func<Instances, string, Task> trouble)
    {
        var database = $"faults_{Guid.NewGuid():N}";
        await using var teams = await FakeTeams.StartAsync();
        await using var bots = await Instances.StartAsync(server.ConnectionString(database), count);
        List<Colleague> people =
            [.. Enumerable.Range(0, People).Select(number => new Colleague(teams, it => bots.DeliverAsync(teams, it), $"p{number}"))];
        var troubles = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) =>
            {
                if (number % 6 == 5)
                {
                    Interlocked.Increment(ref troubles);
                    await trouble(bots, database);
                }

                await AskAsync(people[number], teams, $"a:29:p{number}");
                await people[number].PressesAsync("Review");
                await people[number].PressesAsync(Filed.Send);
            });

        var served = await ServedAsync(server.ConnectionString(database));
        var tickets = await ReadAsync(server.ConnectionString(database), db => new DeskBook(db).ListAsync([], CancellationToken.None));
        // A form that was asked for twice comes twice, and so does the word that it could not be made.
        var (doubled, marked) = Writing.Repeats(teams.Changes.Where(change => IsNews((string?)change.Content["text"])));
        var tooMany = Math.Max(0, tickets.Count - People);
        return new($"{name} ({troubles} times)", People, People - served, doubled.Count + tooMany, marked) { Notes = doubled };
    }

    // Who is told that something went wrong, or hears nothing, says it once more.
    private static async Task AskAsync(Colleague person, FakeTeams teams, string chat)
    {
        for (var tries = 0; tries < 30; tries++, await Task.Delay(500))
        {
            await person.SaysAsync(Filed.Sentence);
            if (teams.Messages.Any(message => message.ConversationId == chat && message.Card is not null))
                return;
        }
    }

    private static async Task<int> ServedAsync(string connection)
    {
        var served = 0;
        for (var look = 0; look < 100 && served < People; look++, await Task.Delay(200))
        {
            served = 0;
            foreach (var number in Enumerable.Range(0, People))
            {
                var own = await ReadAsync(connection, db => new RequestStore(db).OwnAsync($"aad-p{number}", 10, CancellationToken.None));
                served += own.Any(request => request.State is RequestState.Filed) ? 1 : 0;
            }
        }

        return served;
    }

    private static bool IsNews(string? text) => text is not null && !text.StartsWith("Sorry", StringComparison.Ordinal);

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

    private static async Task<T> ReadAsync<T>(string connection, Func<BotDb, Task<T>> read)
    {
        var options = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(options, connection);
        await using var db = new PostgresBotDb(options.Options);
        return await read(db);
    }
}
