using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>The bot's own program on a SQLite file, which can be killed at any moment and started again.</summary>
internal sealed class KilledBot : IAsyncDisposable
{
    private static readonly (string, string)[] Hurry =
    [
        ("Outbox__Lease", "00:00:01.5"),
        ("Outbox__TimeLimit", "00:00:01"),
        ("Outbox__LookEvery", "00:00:00.2"),
        ("Outbox__FirstPause", "00:00:00.2"),
        ("Outbox__LongestPause", "00:00:00.5"),
        ("Turns__WaitForDesk", "00:00:03"),
        ("Turns__Limit", "00:00:14"),
        ("Logging__LogLevel__Default", "Error"),
        ("Recovery__Announcing__Lease", "00:00:02"),
        ("Recovery__Announcing__LookEvery", "00:00:00.1"),
        ("Recovery__Announcing__FirstPause", "00:00:00.3"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");
    private readonly HttpClient _http = new();
    private Process? _process;
    private string _address = "";

    private readonly (string, string)[] _settings;

    private KilledBot(FakeTeams teams, (string, string)[] settings) => (Teams, _settings) = (teams, settings);

    public FakeTeams Teams { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False";

    /// <param name="settings">As environment variables, beside what makes the bot quick.</param>
    public static async Task<KilledBot> StartAsync(params (string Name, string Value)[] settings)
    {
        var bot = new KilledBot(await FakeTeams.StartAsync(), settings);
        await bot.UpAsync();
        return bot;
    }

    public Colleague Colleague(string name) => new(Teams, DeliverAsync, name);

    /// <summary>No grace: the system takes the process away.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Cancel);
        _process.Dispose();
        _process = null;
    }

    public async Task UpAsync()
    {
        _process = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"], [.. Hurry, ("Storage__ConnectionString", ConnectionString), .. _settings]);
        _ = _process.StandardError.ReadToEndAsync(Cancel);
        _address = (await _process.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[^1].TrimEnd('.');
    }

    public async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
    {
        var options = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(options, ConnectionString);
        await using var db = new SqliteBotDb(options.Options);
        return await read(db);
    }

    /// <summary>Runs SQL beside the bot: this is how a test holds the bot at a step, without a word of that in the bot.</summary>
    public async Task<SqliteConnection> ExecuteAsync(string sql)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _http.Dispose();
        await Teams.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity)
    {
        activity["serviceUrl"] = Teams.ServiceUrl;
        using var response = await _http.PostAsJsonAsync(new Uri($"{_address}/api/messages"), activity, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }
}
