using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Auditing;

/// <summary>Anchors the audit chain at the start and every few minutes.</summary>
internal sealed class AuditAnchorLoop(
    AuditAnchoring anchoring, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditAnchorLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = options.Value.AnchorEvery, Failed = log.AuditHeadUnreadable }.RunAsync(
            anchoring.LookAsync, stoppingToken);
}
