using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Storage;

public static class StorageSetup
{
    /// <summary>The database of the configured provider, as <see cref="IDbContextFactory{TContext}"/> of <see cref="BotDb"/>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddMetrics();
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton<FaultCounter>();
        services.AddSingleton<SqliteFileGuard>();
        // Pooled: EF Core gives every new SQLite connection some twenty functions of its own, which takes longer than to ask it something.
        services.AddPooledDbContextFactory<SqliteBotDb>((provider, builder) =>
        {
            // Both factories are made, whichever is used: what the other reads as its connection string is none of this.
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            Connections.UseSqlite(builder, options.Provider is StorageProvider.Sqlite ? options.ConnectionString : null);
            builder.AddInterceptors(provider.GetRequiredService<FaultCounter>(), provider.GetRequiredService<SqliteFileGuard>());
        });
        services.AddPooledDbContextFactory<PostgresBotDb>((provider, builder) =>
        {
            Connections.UsePostgres(builder, provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString);
            builder.AddInterceptors(provider.GetRequiredService<FaultCounter>());
        });
        services.AddSingleton<IDbContextFactory<BotDb>, BotDbFactory>();
        return services;
    }
}
