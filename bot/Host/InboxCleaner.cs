using System.Data.Common;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>Forgets what came in and will not come again: answered activities, reports of other programs, and who might have looked at the page of events.</summary>
internal sealed class InboxCleaner(
    IDbContextFactory<BotDb> databases, IOptions<StorageOptions> options, TimeProvider time, ILogger<InboxCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Longer than any program goes on sending what was not answered.</summary>
    private static readonly TimeSpan RememberReports = TimeSpan.FromDays(30);

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
            var (lastReport, now) = (time.GetUtcNow() - RememberReports, time.GetUtcNow());
            await db.ReportedEvents.Where(it => it.At < lastReport).ExecuteDeleteAsync(cancel);
            await db.Viewers.Where(it => it.Until < now).ExecuteDeleteAsync(cancel);
        }
        // InvalidOperationException: so the PostgreSQL provider wraps a connection that is lost for the moment.
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            log.ForgettingFailed(fault);
        }
    }
}
