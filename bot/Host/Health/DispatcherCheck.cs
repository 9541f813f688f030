using ChatOpsBot.Application.Recovery.Announcing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatOpsBot.Host.Health;

/// <summary>
/// Ready while the dispatcher's lease is seen, whoever has it: an instance that could not take it over would leave announcements undone.
/// </summary>
public sealed class DispatcherCheck(DispatcherLease lease, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly long _start = time.GetTimestamp();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var unseen = lease.Unseen ?? time.GetElapsedTime(_start);
        return Task.FromResult(unseen > Patience
            ? HealthCheckResult.Unhealthy($"No dispatcher has renewed its lease for {unseen.TotalSeconds:F0} s.")
            : HealthCheckResult.Healthy());
    }
}
