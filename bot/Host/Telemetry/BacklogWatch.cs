using System.Data.Common;
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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // They are there by being made.
        GC.KeepAlive(metrics);
        deliveries.Begin();
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try
            {
                await backlog.ReadAsync(stoppingToken);
            }
            // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                log.BacklogUnreadable(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
