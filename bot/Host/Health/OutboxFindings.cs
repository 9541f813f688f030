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
        var waiting =
            now.Age is { } age && age > lateAfter
                ? $"the oldest message ({oldest!.Kind}) has been waiting for {age:d\\.hh\\:mm\\:ss}. Check that the bot is running and reaches the desk and Teams; see log event 1301"
                : "nothing is overdue";
        var deadLetters = string.Join(
            ", ", now.OutboxMessages.Where(kind => kind.DeadLetters > 0).Select(kind => $"{kind.DeadLetters} {kind.Kind}"));
        return deadLetters.Length == 0
            ? new("outbox", now.Age > lateAfter ? FindingState.Open : FindingState.Good, $"{waiting}, no dead letters.")
            : new("outbox", FindingState.Open, $"{waiting}; dead letters: {deadLetters}, see log event 1302.");
    }
}
