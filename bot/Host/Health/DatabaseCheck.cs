using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatOpsBot.Host.Health;

/// <summary>Ready only while the database has all tables and keeps what is written.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<BotDb> databases, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await new WriteProbe(db).RunAsync(time.GetUtcNow(), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            return HealthCheckResult.Unhealthy("The database does not do what is asked of it.", fault);
        }
    }
}
