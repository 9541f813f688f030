using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations;

/// <summary>Some of the bot's own programs on one database, called in turn, each of which can be killed and started again.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private const int MostTries = 60;

    private static readonly (string, string)[] Hurry =
    [
        ("Storage__Provider", "PostgreSql"),
        ("Outbox__Lease", "00:00:03"),
        ("Outbox__TimeLimit", "00:00:02"),
        ("Outbox__LookEvery", "00:00:00.2"),
        ("Outbox__FirstPause", "00:00:00.2"),
        ("Outbox__LongestPause", "00:00:00.5"),
        ("Logging__LogLevel__Default", "Critical"),
    ];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly SemaphoreSlim _door = new(1);
    private readonly string _connection;
    private readonly (Process Process, string Address)[] _bots;
    private int _calls;
    private int _killed;

    private Instances(string connection, int count) => (_connection, _bots) = (connection, new (Process, string)[count]);

    public static async Task<Instances> StartAsync(string connection, int count)
    {
        var bots = new Instances(connection, count);
        for (var at = 0; at < count; at++)
            bots._bots[at] = await bots.UpAsync();
        return bots;
    }

    /// <summary>The next one loses its process, and comes back a few seconds later.</summary>
    public async Task KillNextAsync()
    {
        await _door.WaitAsync();
        try
        {
            var at = _killed++ % _bots.Length;
            Kill(_bots[at].Process);
            await Task.Delay(TimeSpan.FromSeconds(1));
            _bots[at] = await UpAsync();
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>
    /// Brings an activity to the next instance; what is not answered is brought again, as Teams does, a press with another id.
    /// </summary>
    public async Task<(int Status, JsonNode? Body)> DeliverAsync(FakeTeams teams, JsonObject activity)
    {
        activity["serviceUrl"] = teams.ServiceUrl;
        for (var tries = 1; ; tries++)
        {
            var answer = await TryAsync(activity, _bots[(uint)Interlocked.Increment(ref _calls) % _bots.Length].Address);
            if (answer is { Status: 200 } && (int?)answer.Value.Body?["statusCode"] is null or 200)
                return answer!.Value;
            if (tries == MostTries)
                return answer ?? (0, null);
            await Task.Delay(500);
            if ((string?)activity["type"] == "invoke")
                activity["id"] = $"{activity["id"]}-{tries}";
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _bots)
            Kill(process);
        _http.Dispose();
        _door.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(int Status, JsonNode? Body)?> TryAsync(JsonObject activity, string address)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync(new Uri($"{address}/api/messages"), activity);
            var body = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private async Task<(Process Process, string Address)> UpAsync()
    {
        var process = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"], [.. Hurry, ("Storage__ConnectionString", _connection)]);
        _ = process.StandardError.ReadToEndAsync();
        return (process, (await process.StandardOutput.ReadLineAsync())!.Split(' ')[^1].TrimEnd('.'));
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
