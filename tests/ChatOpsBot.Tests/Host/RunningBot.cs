using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Application.Desks.Local;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Host;

/// <summary>
/// The whole bot in local mode, on Kestrel and a SQLite file, talking to a <see cref="FakeTeams"/>. Restarts on the same file.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");
    private readonly HttpClient _http = new();
    private readonly IReadOnlyList<ITopic> _topics;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly RequestKeys _keys = CountedKeys.New();
    private WebApplication _app = null!;

    private RunningBot(FakeTeams teams, IReadOnlyList<ITopic> topics, IReadOnlyDictionary<string, string?> settings) =>
        (Teams, _topics, _settings) = (teams, topics, settings);

    public FakeTeams Teams { get; }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public FaultyTopic Faults { get; } = new();

    public LogLines Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>
    /// What the bot works off beside the turns, a step at a time: true when there was something to do. It runs in
    /// <see cref="SettleAsync"/> alone, so that a test goes the same way each time.
    /// </summary>
    public IList<Func<IServiceProvider, Task<bool>>> Background { get; } =
    [
        services => services.GetRequiredService<OutboxWorker>().StepAsync(TestContext.Current.CancellationToken),
        services => services.GetRequiredService<DeskWatch>().LookAsync(TestContext.Current.CancellationToken),
        services =>
            AnnouncingStep.TakeAsync(
                services,
                services.GetRequiredService<TimeProvider>() as FakeTimeProvider
                    ?? throw new InvalidOperationException("The bot runs on another clock.")),
        NamingStep.TakeAsync,
    ];

    /// <summary>The desk of the bot; it stays the same over a restart.</summary>
    public StubbornDesk Desk { get; } = new();

    /// <summary>From the next start on, what the bot does beside the turns goes on by itself, as it does for people.</summary>
    public bool WorksByItself { get; set; }

    /// <summary>What a test puts in the place of the bot's own parts, at every start.</summary>
    public Action<IServiceCollection> Change { get; set; } = _ => { };

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public static Task<RunningBot> StartAsync(params (string Key, string Value)[] settings) => StartAsync([], settings);

    /// <param name="topics">Topics of the test's own, asked before the bot's.</param>
    public static async Task<RunningBot> StartAsync(IReadOnlyList<ITopic> topics, params (string Key, string Value)[] settings)
    {
        var bot = new RunningBot(await FakeTeams.StartAsync(), topics, settings.ToDictionary(it => it.Key, it => (string?)it.Value));
        await bot.UpAsync();
        return bot;
    }

    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        await UpAsync();
    }

    /// <summary>The bot is told to end, and does so in its own time.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>The region of Teams that serves the conversations now.</summary>
    public string Region { get; set; } = "emea";

    /// <summary>Delivers an activity as Teams would, and gives the response.</summary>
    public async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity)
    {
        activity["serviceUrl"] = $"{Teams.Address}{Region}/";
        using var response = await _http.PostAsJsonAsync(new Uri($"{_app.Urls.First()}/api/messages"), activity);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    /// <summary>Waits until the work beside the turns is done; what it waits for is the clock's alone.</summary>
    public async Task SettleAsync()
    {
        for (var step = 0; await WorkedAsync(); step++)
            Assert.InRange(step, 0, 1000);
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

    private async Task<bool> WorkedAsync()
    {
        var worked = false;
        foreach (var work in Background)
            worked |= await work(Services);
        return worked;
    }

    private async Task UpAsync()
    {
        var arguments = new BotHostArguments
        {
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            WithPlayground = false,
        };
        _app = BotHost.Build(
            arguments,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([
                    new("Storage:ConnectionString", ConnectionString),
                    .. Unpaced.Settings,
                    .. _settings,
                ]);
                builder.Services.AddSingleton<TimeProvider>(Clock).AddSharedParts();
                builder.Services.AddSingleton<ITopic>(Faults);
                foreach (var topic in _topics)
                    builder.Services.AddSingleton(topic);
                builder.Services.Replace(ServiceDescriptor.Singleton<ITicketDesk>(
                    services => Desk.Before(ActivatorUtilities.CreateInstance<LocalDesk>(services))));
                foreach (var loop in builder.Services.Where(service => !WorksByItself && IsLoop(service)).ToList())
                    builder.Services.Remove(loop);
                builder.Services.AddSingleton(_keys);
                builder.Logging.ClearProviders().AddProvider(Log);
                Change(builder.Services);
            });
        await _app.StartAsync();
    }

    // What these would do whenever they come to it, SettleAsync does in order.
    private static bool IsLoop(ServiceDescriptor service) =>
        service.ImplementationType?.Name is "OutboxRunner" or "DeskWatchLoop" or "RetentionLoop" or "AnnouncingLoop" or "ChannelNamingLoop"
            or "AuditAnchorLoop" or "RoleRefreshLoop" or "RoleGroupLoop";
}
