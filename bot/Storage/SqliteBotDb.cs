using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatOpsBot.Storage;

/// <summary>One file, one instance of the bot. Readers and the one writer do not wait for each other (WAL).</summary>
public sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    private const int ConstraintViolated = 19;

    public override async Task PrepareAsync(CancellationToken cancel)
    {
        if (SqliteFile.Of(Database.GetConnectionString()) is { } file)
            SqliteFile.Make(file);
        await PrepareFileAsync(cancel);
        await DropAbandonedLockAsync(cancel);
        await base.PrepareAsync(cancel);
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal';", cancel);
    }

    // A transaction that writes has the file to itself from its first statement on.
    internal override string TakeAuditHead => """SELECT * FROM "AuditChainHead" WHERE "Id" = 1""";

    internal override object Instant(DateTimeOffset instant) => instant.UtcTicks;

    // The connection stays open, for it forgets how long to wait when it is opened again.
    public override async Task BePatientAsync(TimeSpan patience, CancellationToken cancel)
    {
        await base.BePatientAsync(patience, cancel);
        await Database.OpenConnectionAsync(cancel);
        var wait = BusyTimeout.Of(patience);
        await Database.ExecuteSqlRawAsync(wait, cancel);
    }

    // What the log of writes holds goes into the file first, where it was overwritten; then the end of the file is cut off.
    public override async Task TidyAsync(int pages, CancellationToken cancel)
    {
        var free = string.Create(CultureInfo.InvariantCulture, $"PRAGMA incremental_vacuum({pages});");
        await Database.ExecuteSqlRawAsync(free, cancel);
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancel);
    }

    // A file can be made to give pages back one by one only before its first table (sqlite.org, "PRAGMA auto_vacuum").
    private async Task PrepareFileAsync(CancellationToken cancel)
    {
        const string Tables = """SELECT COUNT(*) AS "Value" FROM "sqlite_master" """;
        await Database.OpenConnectionAsync(cancel);
        try
        {
            if (await Database.SqlQueryRaw<int>(Tables).SingleAsync(cancel) == 0)
                await Database.ExecuteSqlRawAsync("PRAGMA auto_vacuum = INCREMENTAL; VACUUM;", cancel);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    // EF Core locks a SQLite file for a migration by a row, and waits for that row for ever (EF Core documentation, "SQLite database
    // provider limitations"). A bot that was killed while it migrated leaves the row behind.
    private async Task DropAbandonedLockAsync(CancellationToken cancel)
    {
        const string Exists = """SELECT COUNT(*) AS "Value" FROM "sqlite_master" WHERE "name" = '__EFMigrationsLock'""";
        const string Drop = """DELETE FROM "__EFMigrationsLock" WHERE julianday("Timestamp") < julianday('now', '-1 minute')""";
        if (await Database.SqlQueryRaw<int>(Exists).SingleAsync(cancel) > 0)
            await Database.ExecuteSqlRawAsync(Drop, cancel);
    }

    protected override bool IsDuplicateKey(DbUpdateException fault) =>
        fault.InnerException is SqliteException { SqliteErrorCode: ConstraintViolated };

    // SQLite has no type for instants and cannot order by one with an offset: they are stored as UTC ticks.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
