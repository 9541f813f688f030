using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ChatOpsBot.Benchmarks;

/// <summary>
/// Turns that keep something, one after the other: a wish that starts a draft, with its history, its message and the activity's mark in
/// one commit, from the message in to the answer out. Beside it the same for a question, which keeps nothing.
/// </summary>
internal static class CommittingTurns
{
    /// <summary>Names a PostgreSQL server; without it that one is not measured.</summary>
    private const string Server = "CHATOPSBOT_TEST_POSTGRES";

    private const int Count = 1_000;
    private const int WarmUp = 200;

    public static async Task<IReadOnlyList<string>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        List<string> told = [await MeasureAsync("SQLite", [new("Storage:ConnectionString", $"Data Source={folder.FullName}/bot.db")])];
        told.Add(Environment.GetEnvironmentVariable(Server) is { } server
            ? await MeasureAsync("PostgreSQL", [new("Storage:Provider", "PostgreSql"), new("Storage:ConnectionString", Database(server))])
            : $"A turn that commits, PostgreSQL: not measured, {Server} names no server");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return told;
    }

    private static string Database(string server) =>
        new NpgsqlConnectionStringBuilder(server) { Database = $"benchmark_{Guid.NewGuid():N}" }.ConnectionString;

    private static async Task<string> MeasureAsync(string name, IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = BotHost.Build(
            new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false },
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection([.. Unpaced.Settings, .. settings]);
            });
        await bot.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(bot.Urls.First()) };

        await RunAsync(http, teams, "restore PRODLIB on LPAR1 from last night", 0, WarmUp);
        await RunAsync(http, teams, "who applies PTFs?", WarmUp, WarmUp);
        var commits = await RunAsync(http, teams, "restore PRODLIB on LPAR1 from last night", 2 * WarmUp, Count);
        var questions = await RunAsync(http, teams, "who applies PTFs?", (2 * WarmUp) + Count, Count);
        await bot.StopAsync();
        return $"A turn that commits, {name}: {Told(commits)}; a question beside it: {Told(questions)}";
    }

    private static async Task<List<double>> RunAsync(HttpClient http, FakeTeams teams, string text, int from, int count)
    {
        List<double> took = [];
        for (var number = from; number < from + count; number++)
        {
            JsonObject activity = ActivityJson.Message(text).With("id", $"{number}").With("serviceUrl", teams.ServiceUrl);
            activity["from"]!["aadObjectId"] = $"person-{number}";
            var since = Stopwatch.GetTimestamp();
            using var response = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity);
            response.EnsureSuccessStatusCode();
            took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        took.Sort();
        return took;
    }

    private static string Told(List<double> took) => $"median {took[took.Count / 2]:F1} ms, p99 {took[took.Count * 99 / 100]:F1} ms";
}
