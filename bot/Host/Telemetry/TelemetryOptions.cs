using OpenTelemetry.Exporter;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Who is told how the bot is doing; without any of it nothing is sent. Configuration section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// Where traces, metrics and logs are sent by OTLP, such as http://collector:4317. Default: what the standard variable
    /// OTEL_EXPORTER_OTLP_ENDPOINT says; without either, nowhere.
    /// </summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>How it is spoken to at <see cref="OtlpEndpoint"/>: Grpc or HttpProtobuf. Default: Grpc.</summary>
    public OtlpExportProtocol OtlpProtocol { get; init; } = OtlpExportProtocol.Grpc;

    /// <summary>
    /// Where Prometheus fetches the metrics: an address of its own beside the bot's, such as http://localhost:9464/metrics, or
    /// http://*:9464/metrics for other machines. Nothing else is answered there, and no metrics anywhere else. Default: nowhere.
    /// </summary>
    public string? PrometheusAddress { get; init; }

    /// <summary>The part of all traces that is kept, from 0 to 1. Default: 1.</summary>
    public double SampleRatio { get; init; } = 1;

    /// <summary>How often the database is asked what waits in it, where metrics are fetched or sent. Default: 15 seconds.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(15);

    internal MetricsAddress? Prometheus => MetricsAddress.Read(PrometheusAddress);

    internal Uri? Otlp => Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    internal IEnumerable<string> Faults()
    {
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint) && Otlp is null)
            yield return $"{Section}:OtlpEndpoint is '{OtlpEndpoint}', which is not an http or https address such as http://collector:4317.";

        if (!string.IsNullOrWhiteSpace(PrometheusAddress) && Prometheus is null)
            yield return $"{Section}:PrometheusAddress is '{PrometheusAddress}', which is not an http address with a port and a path such as http://localhost:9464/metrics.";

        if (SampleRatio is not (>= 0 and <= 1))
            yield return $"{Section}:SampleRatio must be from 0 to 1.";

        if (LookEvery < TimeSpan.FromSeconds(1) || LookEvery > TimeSpan.FromMinutes(10))
            yield return $"{Section}:LookEvery must be from 00:00:01 to 00:10:00.";
    }
}
