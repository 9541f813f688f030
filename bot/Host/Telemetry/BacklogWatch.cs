using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery.Announcing;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Keeps what <see cref="BacklogMetrics"/> tells up to date. It runs only where somebody fetches or is sent metrics.</summary>
internal sealed class BacklogWatch(
    BacklogReader backlog,
    BacklogMetrics metrics,
    AnnouncementMetrics deliveries,
    TimeProvider time,
    IOptions<TelemetryOptions> options,
    ILogger<BacklogWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // They are there by being made.
        GC.KeepAlive(metrics);
        deliveries.Begin();
        return new RepeatedWork(time) { Pause = options.Value.LookEvery, Failed = log.BacklogUnreadable }.RunAsync(
            backlog.ReadAsync, stoppingToken);
    }
}
