using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>The promises of storage on PostgreSQL, a database of its own for each test.</summary>
public sealed class PostgresStorageTests(PostgresServer server) : StorageContract, IClassFixture<PostgresServer>
{
    private readonly string _database = $"bot_{Guid.NewGuid():N}";
    private bool _prepared;

    protected override async Task<BotDb> OpenAsync()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        var builder = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(builder, server.ConnectionString(_database));
        var db = new PostgresBotDb(builder.Options);
        if (!_prepared)
            await db.PrepareAsync(TestContext.Current.CancellationToken);
        _prepared = true;
        return db;
    }
}
