using ChatOpsBot.Domain.Matrix;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatOpsBot.Host.Health;

/// <summary>Ready only with a matrix to answer from.</summary>
internal sealed class MatrixCheck(MatrixLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var empty = library.Languages.Where(language => library.In(language).Rows.Count == 0).ToList();
        return Task.FromResult(empty.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The matrix has no rows in: {string.Join(", ", empty)}."));
    }
}
