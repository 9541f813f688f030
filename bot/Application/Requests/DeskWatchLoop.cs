using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Requests;

/// <summary>Asks the desks every few seconds what changed, and seldom for every open ticket.</summary>
internal sealed class DeskWatchLoop(
    DeskWatch watch, OpenTicketCheck check, TimeProvider time, IOptions<DeskWatchOptions> options, ILogger<DeskWatchLoop> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RunAsync(watch.LookAsync, options.Value.WatchEvery, stoppingToken),
        RunAsync(check.LookAsync, options.Value.CheckEvery, stoppingToken));

    private Task RunAsync(Func<CancellationToken, Task> work, TimeSpan pause, CancellationToken stop) =>
        new RepeatedWork(time) { Pause = pause, Failed = log.DeskNotAsked }.RunAsync(work, stop);
}
