using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Requests;

/// <summary>Asks the desk every few seconds.</summary>
internal sealed class DeskWatchLoop(
    DeskWatch watch, TimeProvider time, IOptions<DeskWatchOptions> options, ILogger<DeskWatchLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = options.Value.WatchEvery, Failed = log.DeskNotAsked }.RunAsync(
            watch.LookAsync, stoppingToken);
}
