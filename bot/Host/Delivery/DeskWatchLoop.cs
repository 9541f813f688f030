using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

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
        // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or HttpRequestException)
        {
            log.DeskNotAsked(fault);
        }
    }
}
