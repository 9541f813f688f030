using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The promises of storage on a SQLite file.</summary>
public sealed class SqliteStorageTests() : StorageContract(new SqliteDatabase())
{
    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await using var db = await OpenAsync();
        var mode = await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["wal"], mode);
    }

    [Fact]
    public async Task A_writer_waits_for_the_one_before_it()
    {
        await using var db = await OpenAsync();
        var milliseconds = await db.Database.SqlQueryRaw<int>("PRAGMA busy_timeout").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([5000], milliseconds);
    }
}
