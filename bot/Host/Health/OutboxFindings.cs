using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Host.Telemetry;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>What the outbox still holds.</summary>
internal static class OutboxFindings
{
    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> FindingAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = await services.GetRequiredService<BacklogReader>().ReadAsync(cancel);
        var lateAfter = services.GetRequiredService<IOptions<OutboxOptions>>().Value.LateAfter;
        var oldest = now.OutboxMessages.Where(kind => kind.Since is not null).MinBy(kind => kind.Since);
        var waiting = now.Age is { } age && age > lateAfter
            ? $"the oldest message ({oldest!.Kind}) waits for {age:d\\.hh\\:mm\\:ss}: is the bot running, and the desk or Teams reached? Log lines of event 1301 say why"
            : "nothing is overdue";
        var buried = string.Join(", ", now.OutboxMessages.Where(kind => kind.DeadLetters > 0).Select(kind => $"{kind.DeadLetters} {kind.Kind}"));
        return buried.Length == 0
            ? new("outbox", now.Age > lateAfter ? FindingState.Open : FindingState.Good, $"{waiting}, nothing was given up.")
            : new("outbox", FindingState.Open, $"{waiting}; given up: {buried}, each with a log line of event 1302.");
    }
}
