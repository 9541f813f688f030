using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Benchmarks;

/// <summary>
/// Searches from compose boxes: in over HTTP, and the list of cards back in the response; people type different things at once.
/// </summary>
internal static class Searches
{
    private const int Count = 2_000;
    private const int WarmUp = 200;
    private const int AtOnce = 16;

    private static readonly string[] Typed =
    [
        "p", "pt", "ptf", "back", "backup", "sich", "sicherung", "who applies PTFs?", "disaster rec", "überw", "firew",
    ];

    public static async Task<IReadOnlyList<string>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
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
        List<string> lines = [];
        foreach (var command in new[] { "rows", "events" })
        {
            await RunAsync(http, command, WarmUp);
            var since = Stopwatch.GetTimestamp();
            var times = await RunAsync(http, command, Count);
            var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
            lines.Add(
                $"Searches for {command}: {Count / seconds:F0} a second ({AtOnce} at once), median {times[Count / 2]:F1} ms, p99 {times[Count * 99 / 100]:F1} ms");
        }

        await bot.StopAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return lines;
    }

    private static async Task<List<double>> RunAsync(HttpClient http, string command, int count)
    {
        var times = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, cancel) =>
            {
                JsonObject activity = ActivityJson
                    .Search(command, Typed[number % Typed.Length])
                    .With("id", $"{number}")
                    .With("serviceUrl", "http://localhost:9/");
                activity["from"]!["aadObjectId"] = $"person-{number}";
                var since = Stopwatch.GetTimestamp();
                using var response = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity, cancel);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancel);
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            });
        return [.. times.Order()];
    }
}
