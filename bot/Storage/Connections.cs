using ChatOpsBot.Storage.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage;

/// <summary>How each provider is reached.</summary>
public static class Connections
{
    /// <summary>
    /// How long a statement waits, for a locked SQLite file as for a slow server. Far below the 15 s that Teams waits for a turn.
    /// </summary>
    private const int StatementSeconds = 5;

    private static readonly BusyTimeout Patience = new(TimeSpan.FromSeconds(StatementSeconds));

    private static readonly AuditCommit Chain = new();

    /// <summary>The bot's own folder in the user's local application data; it need not exist.</summary>
    public static string LocalFolder =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "ChatOpsBot");

    /// <summary>The file used where no connection string is set.</summary>
    public static string DefaultFile => Path.Combine(LocalFolder, "chatopsbot.db");

    /// <summary>A database that is there; <see cref="BotDb.PrepareAsync"/> makes it.</summary>
    public static void UseSqlite(DbContextOptionsBuilder builder, string? connectionString) =>
        builder.UseSqlite(
            SqliteFile.Existing(connectionString ?? new SqliteConnectionStringBuilder { DataSource = DefaultFile }.ConnectionString),
            sqlite => sqlite.CommandTimeout(StatementSeconds)).AddInterceptors(Patience, Chain);

    public static void UsePostgres(DbContextOptionsBuilder builder, string? connectionString) =>
        builder.UseNpgsql(connectionString, postgres => postgres.CommandTimeout(StatementSeconds)).AddInterceptors(Chain);
}
