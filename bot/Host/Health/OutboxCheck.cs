using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Host.Telemetry;
using ChatOpsBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>
/// Degraded while something does not leave the house: a message was given up, or waits for too long. The bot stays ready, for its
/// answers do not wait for that.
/// </summary>
internal sealed class OutboxCheck(BacklogReader backlog, IOptions<OutboxOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var now = await backlog.ReadAsync(cancellationToken);
            var isLate = now.Age > options.Value.LateAfter;
            var told = new Dictionary<string, object>
            {
                ["dead_letter"] = now.DeadLetters,
                ["oldestSeconds"] = (long)(now.Age ?? TimeSpan.Zero).TotalSeconds,
            };
            return now.DeadLetters > 0 || isLate
                ? HealthCheckResult.Degraded("Outbox messages are stuck.", data: told)
                : HealthCheckResult.Healthy(data: told);
        }
        // Whether the database answers, another check says.
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            return HealthCheckResult.Degraded("The outbox cannot be read.");
        }
    }
}
