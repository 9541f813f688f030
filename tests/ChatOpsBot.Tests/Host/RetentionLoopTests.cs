using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Host;

public sealed class RetentionLoopTests
{
    [Fact]
    public async Task A_database_that_is_away_for_the_moment_does_not_end_the_bot()
    {
        var clock = new FakeTimeProvider();
        using var databases = new LostDatabase();
        await using var app = BotHost.Build(
            new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false },
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IDbContextFactory<BotDb>>(databases);
            });
        var loop = app
            .Services.GetServices<IHostedService>()
            .OfType<BackgroundService>()
            .Single(it => it.GetType().Name == "RetentionLoop");

        await loop.StartAsync(TestContext.Current.CancellationToken);
        await databases.AskedAsync();
        // It may not have begun to wait yet: an hour that passes before that ends no wait.
        var again = databases.AskedAsync();
        while (!again.IsCompleted && !loop.ExecuteTask!.IsCompleted)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAny(again, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        await await Task.WhenAny(again, loop.ExecuteTask!);

        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(loop.ExecuteTask!.IsFaulted);
    }

    /// <summary>Fails as the PostgreSQL provider does when the server cannot be reached.</summary>
    private sealed class LostDatabase : IDbContextFactory<BotDb>, IDisposable
    {
        private readonly SemaphoreSlim _asked = new(0);

        public Task AskedAsync() => _asked.WaitAsync(TestContext.Current.CancellationToken);

        public void Dispose() => _asked.Dispose();

        public BotDb CreateDbContext()
        {
            _asked.Release();
            throw new InvalidOperationException("An exception has been raised that is likely due to a transient failure.");
        }
    }
}
