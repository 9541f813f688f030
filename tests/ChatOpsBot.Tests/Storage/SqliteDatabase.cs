using ChatOpsBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>A SQLite file.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    public string File => Path.Combine(_folder.FullName, "bot.db");

    public string ConnectionString => $"Data Source={File}";

    public override BotDb Open()
    {
        SqliteFile.Make(File);
        var builder = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(builder, ConnectionString);
        return new SqliteBotDb(builder.Options);
    }

    public override object Instant(DateTimeOffset instant) => instant.UtcTicks;

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }
}
