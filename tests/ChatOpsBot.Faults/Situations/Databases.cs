using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Faults.Situations;

/// <summary>Looks into a database beside the bot.</summary>
internal static class Databases
{
    public static Func<BotDb> Opener(this PostgresServer server, string database) => () =>
    {
        var options = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(options, server.ConnectionString(database));
        return new PostgresBotDb(options.Options);
    };

    public static Func<BotDb> OfFile(string connection) => () =>
    {
        var options = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(options, connection);
        return new SqliteBotDb(options.Options);
    };
}
