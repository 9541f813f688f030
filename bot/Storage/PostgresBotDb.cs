using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace ChatOpsBot.Storage;

/// <summary>For several instances of the bot on one database.</summary>
public sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options)
{
    internal override string TakeAuditHead => """SELECT * FROM "AuditChainHead" WHERE "Id" = 1 FOR UPDATE""";

    internal override object Instant(DateTimeOffset instant) => instant.ToUniversalTime();

    protected override bool IsDuplicateKey(DbUpdateException fault) =>
        fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // PostgreSQL keeps instants, and its provider takes none with another offset than that of UTC.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
