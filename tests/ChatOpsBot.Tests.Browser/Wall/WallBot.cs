using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Browser.Wall;

/// <summary>
/// The bot in local mode with its pages, and programs and people who move events. It can be stopped and started on the same
/// address.
/// </summary>
internal sealed class WallBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-wall-");
    private readonly HttpClient _http = new();
    private readonly RunningClock _clock = new();
    private readonly int _port = Ports.Free();
    private WebApplication? _app;
    private int _sent;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TimeProvider Clock => _clock;

    public Uri Page => new($"http://localhost:{_port}/events");

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public static async Task<WallBot> StartAsync()
    {
        var bot = new WallBot();
        await bot.UpAsync();
        return bot;
    }

    public async Task UpAsync()
    {
        var arguments = new BotHostArguments
        {
            Environment = "Development",
            Urls = $"http://localhost:{_port}",
            WithPlayground = false,
        };
        _app = BotHost.Build(
            arguments,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([
                    new("Storage:ConnectionString", ConnectionString),
                    new("Turns:TimeZone", "Europe/Berlin"),
                ]);
                builder.Services.AddSingleton<TimeProvider>(_clock);
                builder.Logging.ClearProviders();
            });
        await _app.StartAsync(Cancel);
    }

    /// <summary>The bot is told to end, and has to, though pages are open.</summary>
    public async Task DownAsync()
    {
        await _app!.StopAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        await _app.DisposeAsync();
        _app = null;
    }

    public async Task ReportAsync(string type, string data)
    {
        var report = new JsonObject
        {
            ["specversion"] = "1.0",
            ["source"] = "/wall",
            ["id"] = $"{++_sent}",
            ["type"] = $"chatopsbot.dr.{type}",
            ["data"] = JsonNode.Parse(data),
        };
        using var body = new StringContent(report.ToJsonString(), new MediaTypeHeaderValue("application/cloudevents+json"));
        using var response = await _http.PostAsync(new Uri(Page, "/api/dr-events"), body, Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>People take steps that no program may.</summary>
    public Task PeopleStepAsync(int number, params RecoveryState[] states) =>
        WriteAsync(async db =>
        {
            var store = new RecoveryStore(db);
            var moves = _app!.Services.GetRequiredService<EventTransitions>();
            foreach (var state in states)
            {
                var drEvent = (await store.FindByNumbersAsync(null, [number], Cancel))[0];
                var change = moves.Step(
                    drEvent, state, new("aad-eva", "Eva Fischer"), null, _clock.GetUtcNow(), Enum.GetValues<RecoveryRole>().ToHashSet());
                await store.PutAsync(Assert.IsType<RecoveryChange.Done>(change).Event, null, _clock.GetUtcNow(), Cancel);
                await db.SaveChangesAsync(Cancel);
            }
        });

    /// <summary>The update that was promised has not come for some minutes.</summary>
    public Task MissUpdateAsync(int number) => WriteAsync(async db =>
    {
        var store = new RecoveryStore(db);
        var drEvent = (await store.FindByNumbersAsync(null, [number], Cancel))[0].MissUpdate();
        await store.PutAsync(drEvent with { NextUpdate = _clock.GetUtcNow().AddMinutes(-4) }, null, _clock.GetUtcNow(), Cancel);
    });

    /// <summary>What channels have got of an event.</summary>
    public Task DeliverAsync(int number, params (string Channel, DeliveryState State, string? Fault)[] channels) =>
        WriteAsync(async db =>
        {
            var drEvent = (await new RecoveryStore(db).FindByNumbersAsync(null, [number], Cancel))[0];
            foreach (var (channel, state, fault) in channels)
            {
                db.Channels.Add(
                    new()
                    {
                        Id = $"19:{channel}@thread.tacv2",
                        TeamName = "Payroll",
                        Name = channel,
                        ChangedAt = _clock.GetUtcNow(),
                    });
                db.Deliveries.Add(
                    new()
                    {
                        EventId = drEvent.Id,
                        ChannelId = $"19:{channel}@thread.tacv2",
                        State = state,
                        Fault = fault,
                        ShownVersion = drEvent.Version,
                    });
            }
        });

    public async Task WriteAsync(Func<BotDb, Task> work)
    {
        await using var db = await _app!.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        await work(db);
        await db.SaveChangesAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }
}
