using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatOpsBot.Storage;

/// <summary>For several instances of the bot on one database.</summary>
public sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options)
{
    protected override bool IsDuplicateKey(DbUpdateException fault) =>
        fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
