namespace ChatOpsBot.Application.Channels;

/// <summary>Learns names at the start, whenever a channel begins to follow, and now and then for what had no answer.</summary>
internal sealed class ChannelNamingLoop(ChannelNaming naming, TimeProvider time, ILogger<ChannelNamingLoop> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    // Two calls a team at most, so six a second: the 50 that one app has in a tenant (Teams documentation, "Optimize your bot with rate
    // limiting in Teams") belong to the announcements.
    private static readonly TimeSpan BetweenTeams = TimeSpan.FromMilliseconds(333);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = AfterFault, Failed = log.NamingHeldUp, Signal = naming.Signal }.RunAsync(
            LookAsync, stoppingToken);

    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        foreach (var team in await naming.WantedAsync(stop))
        {
            await naming.AskAsync(team, stop);
            await Task.Delay(BetweenTeams, time, stop);
        }

        return ChannelNaming.AskAgainAfter;
    }
}
