using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatOpsBot.Storage.Migrations;

/// <summary>For <c>dotnet ef migrations add</c> alone, which needs the model and no database.</summary>
internal sealed class PostgresBlueprint : IDesignTimeDbContextFactory<PostgresBotDb>
{
    public PostgresBotDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresBotDb>();
        Connections.UsePostgres(builder, "Host=localhost");
        return new PostgresBotDb(builder.Options);
    }
}
