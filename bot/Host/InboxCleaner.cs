using System.Data.Common;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>Forgets answered activities that Teams will not deliver again.</summary>
internal sealed class InboxCleaner(
    IDbContextFactory<BotDb> databases, IOptions<StorageOptions> options, TimeProvider time, ILogger<InboxCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await ForgetAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var oldest = time.GetUtcNow() - options.Value.RememberActivities;
            log.ForgotActivities(await new SeenActivityStore(db).ForgetBeforeAsync(oldest, cancel));
        }
        // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            log.ForgettingFailed(fault);
        }
    }
}
