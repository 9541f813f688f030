using ChatOpsBot.Connector;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Requests;

/// <summary>Asks the desk every few seconds.</summary>
internal sealed class DeskWatchLoop(
    DeskWatch watch, TimeProvider time, IOptions<DeskWatchOptions> options, ILogger<DeskWatchLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.WatchEvery, time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot ends.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await watch.LookAsync(cancel);
        }
        // Whatever it is, such as a desk that runs out of time or a request that cannot be read: it must not end the bot.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.DeskNotAsked(new BareException(fault));
        }
    }
}
