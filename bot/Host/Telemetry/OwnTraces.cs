using System.Diagnostics;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>
/// Traces begin and end in this house. Who calls from outside decides neither which trace a turn belongs to nor whether it is kept (W3C
/// Trace Context, "Security Considerations"); and nobody outside is told of ours.
/// </summary>
internal sealed class OwnTraces : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields { get; } = [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
