using ChatOpsBot.Connector;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Retention;

/// <summary>Looks for what is past its time, at the start and every hour or so.</summary>
internal sealed class RetentionLoop(RetentionRound round, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionLoop> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await round.TakeAsync(cancel);
        }
        // Whatever it is, such as a database that is away for the moment: it must not end the bot.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.RetentionFailed(new BareException(fault));
        }
    }
}
