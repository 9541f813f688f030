using ChatOpsBot.Application.Recovery.Announcing;
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

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>The whole bot as people run it: on the clock of the wall, at the pace that Teams allows.</summary>
internal sealed class RealTimeBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");
    private WebApplication _app = null!;

    private RealTimeBot(FakeTeams teams) => Teams = teams;

    public FakeTeams Teams { get; }

    public RunningClock Clock { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public static async Task<RealTimeBot> StartAsync()
    {
        var bot = new RealTimeBot(await FakeTeams.StartAsync());
        var arguments = new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false };
        bot._app = BotHost.Build(arguments, builder =>
        {
            builder.Configuration.AddInMemoryCollection(
                [new("Storage:ConnectionString", bot.ConnectionString), new("Recovery:Announcing:FirstPause", "00:00:01")]);
            builder.Services.AddSingleton<TimeProvider>(bot.Clock).AddSharedParts();
            builder.Logging.ClearProviders();
        });
        await bot._app.StartAsync(Cancel);
        return bot;
    }

    public Task FollowAsync(int channels) => ReadAsync(async db =>
    {
        await FakeAudience.AddAsync(db, Teams.ServiceUrl, channels, Clock.GetUtcNow());
        return true;
    });

    /// <summary>Declares an event, and waits until that many channels have it; without a number, all that follow.</summary>
    public async Task DeclareAsync(int? until = null)
    {
        var now = Clock.GetUtcNow();
        await ReadAsync(async db =>
        {
            await FakeAudience.KeepAsync(db, FakeAudience.Declare(now), now);
            return true;
        });
        _app.Services.GetRequiredService<AnnouncementSignals>().Events.Set();
        var wanted = until ?? await ReadAsync(db => db.Subscriptions.CountAsync(Cancel));
        while (await ReadAsync(db => db.Deliveries.CountAsync(row => row.State == DeliveryState.Sent, Cancel)) < wanted)
            await Task.Delay(20, Cancel);
    }

    public async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }
}
