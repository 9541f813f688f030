using ChatOpsBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The promises of storage on a SQLite file.</summary>
public sealed class SqliteStorageTests : StorageContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");
    private bool _prepared;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await using var db = await OpenAsync();
        var mode = await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["wal"], mode);
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }

    protected override async Task<BotDb> OpenAsync()
    {
        var builder = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(builder, ConnectionString);
        var db = new SqliteBotDb(builder.Options);
        if (!_prepared)
            await db.PrepareAsync(TestContext.Current.CancellationToken);
        _prepared = true;
        return db;
    }
}
