using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Benchmarks;

/// <summary>Whole turns: a message in over HTTP, understood, answered with a card over HTTP to a fake Teams in the same process.</summary>
internal static class Turns
{
    private const int Count = 5_000;

    // By then the just-in-time compiler has optimized what a turn runs.
    private const int WarmUp = 4_000;
    private const int AtOnce = 16;

    public static async Task<string> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = BotHost.Build(
            new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false },
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection([
                    new("Storage:ConnectionString", $"Data Source={folder.FullName}/bot.db"),
                    .. Unpaced.Settings,
                ]);
            });
        await bot.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(bot.Urls.First()) };

        await RunAsync(http, teams, 0, WarmUp);
        await RestAsync();
        var (since, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await RunAsync(http, teams, WarmUp, Count);
        var (seconds, busy) = (Stopwatch.GetElapsedTime(since).TotalSeconds, Environment.CpuUsage.TotalTime - used);
        await bot.StopAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return teams.Messages.Count == WarmUp + Count
            ? $"Turns through the endpoint: {Count / seconds:F0} a second ({AtOnce} at once), {busy.TotalMilliseconds / Count:F2} ms of one core each, the fake Teams included"
            : throw new InvalidOperationException($"{teams.Messages.Count} answers came.");
    }

    // What the bot learns and compiles beside its first turns is not theirs.
    private static async Task RestAsync()
    {
        TimeSpan before;
        do
        {
            before = Environment.CpuUsage.TotalTime;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        while (Environment.CpuUsage.TotalTime - before > TimeSpan.FromMilliseconds(100));
    }

    private static Task RunAsync(HttpClient http, FakeTeams teams, int from, int count) =>
        Parallel.ForEachAsync(
            Enumerable.Range(from, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, cancel) =>
            {
                JsonObject activity = ActivityJson.Message().With("id", $"{number}").With("serviceUrl", teams.ServiceUrl);
                using var response = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity, cancel);
                response.EnsureSuccessStatusCode();
            });
}
