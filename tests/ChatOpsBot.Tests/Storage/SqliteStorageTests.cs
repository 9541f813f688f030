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
}
