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
        await base.PrepareAsync(cancel);
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal';", cancel);
    }

    protected override bool IsDuplicateKey(DbUpdateException fault) =>
        fault.InnerException is SqliteException { SqliteErrorCode: ConstraintViolated };

    // SQLite has no type for instants and cannot order by one with an offset: they are kept as UTC ticks.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
