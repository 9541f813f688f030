using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>The instruments that a bot has, used or not, with the names that Prometheus knows them by.</summary>
internal sealed class PublishedInstruments : IDisposable
{
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly MeterListener _listener = new();

    public PublishedInstruments()
    {
        _listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name.StartsWith("ChatOpsBot", StringComparison.Ordinal))
                _instruments[instrument.Name] = instrument;
        };
        _listener.Start();
    }

    public IReadOnlyCollection<string> Names => [.. _instruments.Keys];

    /// <summary>As the exporter makes them (OpenTelemetry specification, "Prometheus and OpenMetrics Compatibility").</summary>
    public IReadOnlyDictionary<string, string> ByPrometheusName => _instruments.Values.ToDictionary(PrometheusName, it => it.Name);

    public void Dispose() => _listener.Dispose();

    private static string PrometheusName(Instrument instrument) =>
        instrument.Name.Replace('.', '_')
        + (instrument.Unit == "s" ? "_seconds" : "")
        + (instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) ? "_total" : "");
}
