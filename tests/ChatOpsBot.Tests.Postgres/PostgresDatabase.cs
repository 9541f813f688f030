using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Postgres;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace ChatOpsBot.Tests.Postgres;

/// <summary>A database on the one PostgreSQL that all these tests share.</summary>
public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private readonly string _name = $"bot_{Guid.NewGuid():N}";

    public override BotDb Open()
    {
        if (server.WhyNot is { } reason)
            Assert.Skip(reason);

        var builder = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(builder, server.ConnectionString(_name));
        return new PostgresBotDb(builder.Options);
    }

    public override object Instant(DateTimeOffset instant) => instant;

    // The next test has a database of its own: connections to this one would only fill the server.
    public override async ValueTask DisposeAsync()
    {
        if (server.WhyNot is null)
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString(_name));
            NpgsqlConnection.ClearPool(connection);
        }

        await base.DisposeAsync();
    }
}
