using ChatOpsBot.Application.Retention;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>How long what is kept, and the result of the last deletion of expired data.</summary>
internal static class RetentionFindings
{
    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> FindingAsync(IServiceProvider services, CancellationToken cancel)
    {
        var kept = services.GetRequiredService<IOptions<RetentionOptions>>().Value;
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var run = await new RetentionLog(db).LastAsync(cancel);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var text =
            $"requests {Days(kept.Requests)}, DR events {Days(kept.Events)}, drafts {Days(kept.Drafts)} after their end. {Last(run, now)}";
        var isWell = run is { EndedAt: { } ended, Fault: null } && now - ended < (kept.LookEvery * 2) + TimeSpan.FromMinutes(10);
        return new("retention", isWell ? FindingState.Good : FindingState.Open, text);
    }

    private static string Last(RetentionRun? run, DateTimeOffset now) => run switch
    {
        null => "It has not run yet; it runs while the bot is running.",
        { Fault: { } fault } => $"The last run, started {Ago(now - run.StartedAt)} ago, failed with {fault}; see log event 1102.",
        { EndedAt: null } => $"The first run, started {Ago(now - run.StartedAt)} ago, has not finished.",
        { EndedAt: { } ended } => $"It ran {Ago(now - ended)} ago and removed {(run.Removed.Length == 0 ? "nothing" : run.Removed)}.",
    };

    private static string Days(TimeSpan span) => $"{span.TotalDays:0.#} days";

    private static string Ago(TimeSpan span) =>
        span < TimeSpan.FromMinutes(2) ? $"{Math.Max(0, span.TotalSeconds):0} seconds"
        : span < TimeSpan.FromHours(2) ? $"{span.TotalMinutes:0} minutes"
        : $"{span.TotalHours:0} hours";
}
