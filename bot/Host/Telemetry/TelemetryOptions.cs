using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;
using OpenTelemetry.Exporter;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Where the bot reports how it is doing; if nothing is set, nothing is sent. Configuration section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>
    /// Where traces, metrics and logs are sent by OTLP, such as http://collector:4317. Default: what the standard variable
    /// OTEL_EXPORTER_OTLP_ENDPOINT says; without either, nowhere.
    /// </summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>The protocol at <see cref="OtlpEndpoint"/>: Grpc or HttpProtobuf. Default: Grpc.</summary>
    public OtlpExportProtocol OtlpProtocol { get; init; } = OtlpExportProtocol.Grpc;

    /// <summary>
    /// Where Prometheus fetches the metrics: an address separate from the bot's, such as http://localhost:9464/metrics, or
    /// http://*:9464/metrics for other machines. It serves only metrics, and metrics are served nowhere else. Default: nowhere.
    /// </summary>
    public string? PrometheusAddress { get; init; }

    /// <summary>The share of traces that is kept, from 0 to 1. Default: 1.</summary>
    [SettingRange(0.0, 1.0)]
    public double SampleRatio { get; init; } = 1;

    /// <summary>How often the backlog in the database is counted, if metrics are scraped or sent. Default: 15 seconds.</summary>
    [SettingRange("00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(15);

    internal MetricsAddress? Prometheus => MetricsAddress.Read(PrometheusAddress);

    internal Uri? Otlp =>
        Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint) && Otlp is null)
            yield return new($"{Section}:OtlpEndpoint is '{OtlpEndpoint}', which is not an http or https address such as http://collector:4317.");

        if (!string.IsNullOrWhiteSpace(PrometheusAddress) && Prometheus is null)
            yield return new($"{Section}:PrometheusAddress is '{PrometheusAddress}', which is not an http address with a port and a path such as http://localhost:9464/metrics.");
    }
}
