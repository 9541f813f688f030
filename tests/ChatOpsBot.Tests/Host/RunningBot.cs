using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Host;

/// <summary>The whole bot in local mode, on Kestrel and a SQLite file, talking to a <see cref="FakeTeams"/>. Restarts on the same file.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    private readonly IReadOnlyDictionary<string, string?> _settings;

    private RunningBot(FakeTeams teams, IReadOnlyDictionary<string, string?> settings) => (Teams, _settings) = (teams, settings);

    public FakeTeams Teams { get; }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public FaultyTopic Faults { get; } = new();

    public LogLines Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public static async Task<RunningBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var bot = new RunningBot(await FakeTeams.StartAsync(), settings.ToDictionary(it => it.Key, it => (string?)it.Value));
        await bot.UpAsync();
        return bot;
    }

    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        await UpAsync();
    }

    /// <summary>Delivers an activity as Teams would, and gives the response.</summary>
    public async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity)
    {
        activity["serviceUrl"] = Teams.ServiceUrl;
        using var response = await _http.PostAsJsonAsync(new Uri($"{_app.Urls.First()}/api/messages"), activity);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(_app.Urls.First() + path));

    public async ValueTask DisposeAsync()
    {
        Faults.LetGo();
        _http.Dispose();
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
        Faults.Dispose();
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }

    private async Task UpAsync()
    {
        var arguments = new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false };
        _app = BotHost.Build(arguments, builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Storage:ConnectionString", ConnectionString), .. _settings]);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton<ITopic>(Faults);
            builder.Logging.ClearProviders().AddProvider(Log);
        });
        await _app.StartAsync();
    }
}
