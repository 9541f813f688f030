using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations;

/// <summary>
/// Some of the bot's own programs on one database, called in turn, each of which can be killed and started again, also as another version.
/// </summary>
internal sealed class Instances : IAsyncDisposable
{
    private const int MostTries = 240;

    private static readonly (string, string)[] Hurry =
    [
        ("Outbox__Lease", "00:00:03"),
        ("Outbox__TimeLimit", "00:00:02"),
        ("Outbox__LookEvery", "00:00:00.2"),
        ("Outbox__FirstPause", "00:00:00.2"),
        ("Outbox__LongestPause", "00:00:00.5"),
        ("Logging__LogLevel__Default", "Critical"),
    ];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly SemaphoreSlim _door = new(1);
    private readonly (string, string)[] _settings;
    private readonly (Process Process, string Address)[] _bots;
    private int _calls;
    private int _changed;

    private Instances(string provider, string connection, int count) =>
        (_settings, _bots) =
            ([.. Hurry, ("Storage__Provider", provider), ("Storage__ConnectionString", connection)], new (Process, string)[count]);

    /// <summary>The program of those that are started from now on; null for this version's.</summary>
    public string? Program { get; set; }

    public static async Task<Instances> StartAsync(string connection, int count, string provider = "PostgreSql", string? program = null)
    {
        var bots = new Instances(provider, connection, count) { Program = program };
        await bots.StartAllAsync();
        return bots;
    }

    /// <summary>The next one loses its process, and comes back a few seconds later.</summary>
    /// <param name="meanwhile">What happens before it does.</param>
    public Task KillNextAsync(Action? meanwhile = null) => OneAtATimeAsync(async at =>
    {
        Kill(_bots[at].Process);
        _bots[at] = default;
        meanwhile?.Invoke();
        await Task.Delay(TimeSpan.FromSeconds(1));
        _bots[at] = await UpAsync();
    });

    /// <summary>Another one starts beside the next one, which is told to end once that serves.</summary>
    public Task ReplaceNextAsync() => OneAtATimeAsync(async at =>
    {
        var before = _bots[at].Process;
        _bots[at] = await UpAsync();
        await EndAsync(before);
    });

    /// <summary>All are told to end; when they have, one is started, then the others.</summary>
    public Task ReplaceAllAsync() => OneAtATimeAsync(async _ =>
    {
        await Task.WhenAll(_bots.Select(bot => EndAsync(bot.Process)));
        Array.Clear(_bots);
        await StartAllAsync();
    });

    /// <summary>The status of the first one's <c>/readyz</c>; 0 where it does not answer.</summary>
    public async Task<int> ReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri($"{_bots[0].Address}/readyz"));
            return (int)response.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <summary>
    /// Brings an activity to the next instance; what is not answered is brought again, as Teams does, a press with another id.
    /// </summary>
    /// <param name="most">How often, at most.</param>
    public async Task<(int Status, JsonNode? Body)> DeliverAsync(FakeTeams teams, JsonObject activity, int most = MostTries)
    {
        activity["serviceUrl"] = teams.ServiceUrl;
        for (var tries = 1; ; tries++)
        {
            var answer = await TryAsync(activity, _bots[(uint)Interlocked.Increment(ref _calls) % _bots.Length].Address);
            if (answer is { Status: 200 } && (int?)answer.Value.Body?["statusCode"] is null or 200)
                return answer!.Value;
            if (tries == most)
                return answer ?? (0, null);
            await Task.Delay(500);
            if ((string?)activity["type"] == "invoke")
                activity["id"] = $"{activity["id"]}-{tries}";
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _bots.Where(bot => bot.Process is not null))
            Kill(process);
        _http.Dispose();
        _door.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(int Status, JsonNode? Body)?> TryAsync(JsonObject activity, string? address)
    {
        // Between two of them there is none.
        if (address is null)
            return null;

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

    private async Task OneAtATimeAsync(Func<int, Task> change)
    {
        await _door.WaitAsync();
        try
        {
            await change(_changed++ % _bots.Length);
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task StartAllAsync()
    {
        for (var at = 0; at < _bots.Length; at++)
            _bots[at] = await UpAsync();
    }

    private async Task<(Process Process, string Address)> UpAsync()
    {
        string[] arguments = ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"];
        var process = Program is { } other ? BotProcess.StartOther(other, arguments, _settings) : BotProcess.Start(arguments, _settings);
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is { } line)
            return (process, line.Split(' ')[^1].TrimEnd('.'));

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The bot ended with {process.ExitCode} before it listened: {await errors}");
    }

    // As a service is stopped.
    private static async Task EndAsync(Process process)
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
