using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Health;

/// <summary>What the outbox still holds.</summary>
internal static class OutboxCheckup
{
    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> FindingAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var errands = new ErrandStore(db);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var buried = await errands.BuriedAsync(cancel);
        var late = now - await errands.NextDueAsync(now, cancel) is { } age && age > TimeSpan.Zero ? age : (TimeSpan?)null;
        var waiting = late is null ? "nothing is overdue" : $"the oldest errand is overdue by {late:d\\.hh\\:mm\\:ss}";
        return buried == 0 && late is null
            ? new("outbox", FindingState.Good, $"{waiting}, nothing was given up.")
            : new("outbox", FindingState.Open, $"{waiting}; {buried} given up, each with a log line of event 1302.");
    }
}
