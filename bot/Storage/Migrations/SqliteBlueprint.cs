using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatOpsBot.Storage.Migrations;

/// <summary>For <c>dotnet ef migrations add</c> alone, which needs the model and no database.</summary>
internal sealed class SqliteBlueprint : IDesignTimeDbContextFactory<SqliteBotDb>
{
    public SqliteBotDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(builder, "Data Source=:memory:");
        return new SqliteBotDb(builder.Options);
    }
}
