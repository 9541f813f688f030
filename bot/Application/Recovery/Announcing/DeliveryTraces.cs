using System.Collections.Concurrent;
using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>
/// The spans of single deliveries. The first few of what is new of an event stand in the trace of whoever made it so: there one sees
/// what it looks like from there to Teams. A thousand channels would make that trace unreadable; the others have traces of their own,
/// each linked to the first, of which few are kept (the sampler of root spans).
/// </summary>
public sealed class DeliveryTraces
{
    private const int InTheTrace = 10;

    /// <summary>More events do not change at once.</summary>
    private const int MostCounts = 256;

    private readonly ConcurrentDictionary<(Guid, int Version), int> _counts = new();

    /// <returns>Null where nobody listens.</returns>
    public Activity? Begin(DeliveryTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!BotTracing.Source.HasListeners() || task.Event is not { } drEvent)
            return null;

        var made = ActivityContext.TryParse(task.Trace, null, isRemote: true, out var context) ? context : default;
        var isInTrace = Count(drEvent.Id, drEvent.Version) <= InTheTrace;
        return BotTracing
            .Source.StartActivity(
                ActivityKind.Producer,
                isInTrace ? made : default,
                tags: null,
                isInTrace || made == default ? null : [new ActivityLink(made)],
                startTime: default,
                BotTracing.Delivery)
            ?.SetTag("chatopsbot.event.key", drEvent.Key)
            .SetTag("chatopsbot.event.version", drEvent.Version)
            .SetTag("chatopsbot.step", task.Step.ToString())
            .SetTag("chatopsbot.attempt", task.Row.Attempt + 1);
    }

    private int Count(Guid drEvent, int version)
    {
        if (_counts.Count >= MostCounts)
            _counts.Clear();
        return _counts.AddOrUpdate((drEvent, version), 1, (_, count) => count + 1);
    }
}
