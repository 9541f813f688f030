using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The bot's contexts come out of a pool: the next unit of work may get the one of the last.</summary>
public sealed class SqliteAuditPoolTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await (await _database.OpenAsync()).DisposeAsync();
        _services = new ServiceCollection().AddLogging().AddStorage()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:ConnectionString", _database.ConnectionString)]).Build())
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_was_audited_and_not_committed_is_not_left_to_whoever_gets_the_context_next()
    {
        var factory = _services.GetRequiredService<IDbContextFactory<BotDb>>();
        var first = await factory.CreateDbContextAsync(Cancel);
        first.Audit(new(AuditSubjects.Role, "dr-operator", "granted", DateTimeOffset.UnixEpoch));
        await first.DisposeAsync();

        await using var second = await factory.CreateDbContextAsync(Cancel);
        Assert.Same(first, second);
        second.SeenActivities.Add(new() { Key = "chat|1", At = DateTimeOffset.UnixEpoch });
        await second.SaveChangesAsync(Cancel);
        Assert.Equal(0, await second.AuditChainEntries.CountAsync(Cancel));
    }
}
