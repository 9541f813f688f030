using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Retention;

/// <summary>Looks for what is past its time, at the start and every hour or so.</summary>
internal sealed class RetentionLoop(RetentionRound round, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionLoop> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = options.Value.LookEvery, Failed = log.RetentionFailed }.RunAsync(
            round.TakeAsync, stoppingToken);
}
