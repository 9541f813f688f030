using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Storage;

internal sealed class BotDbFactory(
    IOptions<StorageOptions> options,
    IDbContextFactory<SqliteBotDb> sqlite,
    IDbContextFactory<PostgresBotDb> postgres) : IDbContextFactory<BotDb>
{
    public BotDb CreateDbContext() =>
        options.Value.Provider == StorageProvider.PostgreSql ? postgres.CreateDbContext() : sqlite.CreateDbContext();
}
