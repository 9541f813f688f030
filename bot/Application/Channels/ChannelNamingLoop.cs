using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Channels;

/// <summary>Learns names at the start, whenever a channel begins to follow, and now and then for what had no answer.</summary>
internal sealed class ChannelNamingLoop(ChannelNaming naming, TimeProvider time, ILogger<ChannelNamingLoop> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    // Two calls a team at most, so six a second: the 50 that one app has in a tenant (Teams documentation, "Optimize your bot with rate
    // limiting in Teams") belong to the announcements.
    private static readonly TimeSpan BetweenTeams = TimeSpan.FromMilliseconds(333);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await naming.Signal.WaitAsync(await LookAsync(stoppingToken), time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot ends. What was not learned is asked for at the next start.
        }
    }

    /// <returns>How long until the next look, unless it is signalled before.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        try
        {
            foreach (var team in await naming.WantedAsync(stop))
            {
                await naming.AskAsync(team, stop);
                await Task.Delay(BetweenTeams, time, stop);
            }

            return ChannelNaming.AskAgainAfter;
        }
        // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException)
        {
            log.NamingHeldUp(fault);
            return AfterFault;
        }
    }
}
