using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using OpenTelemetry.Trace;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Which traces are kept, decided at their first span.</summary>
/// <param name="ratio">The part that is, from 0 to 1.</param>
internal sealed class RootSampler(double ratio) : Sampler
{
    /// <summary>Of the deliveries that do not stand in the trace of their event.</summary>
    private const double OfDeliveries = 0.01;

    private readonly TraceIdRatioBasedSampler _all = new(ratio);
    private readonly TraceIdRatioBasedSampler _deliveries = new(ratio * OfDeliveries);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters switch
        {
            // A call that nothing of ours stands above: the loops ask the database and the desk every few seconds whether there is
            // something to do.
            { Kind: ActivityKind.Client } => new(SamplingDecision.Drop),
            { Name: BotTracing.Delivery } => _deliveries.ShouldSample(samplingParameters),
            _ => _all.ShouldSample(samplingParameters),
        };
}
