using System.Diagnostics;
using ChatOpsBot.Host.Telemetry;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace ChatOpsBot.Host.Health;

/// <summary>Who is told how the bot is doing, and whether that arrives.</summary>
internal static class TelemetryFindings
{
    private const string Subject = "telemetry";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IEnumerable<Finding> Findings(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        var otlp = OtlpAddress.Read(options, services.GetRequiredService<IConfiguration>());
        if (otlp is null && options.Prometheus is null)
            yield return new(
                Subject, FindingState.Open, "the bot is not monitored. Set Telemetry:OtlpEndpoint or Telemetry:PrometheusAddress.");
        if (otlp is not null)
            yield return Sent(otlp);
        if (options.Prometheus is { } address)
            yield return Fetched(address);
    }

    private static Finding Fetched(MetricsAddress address) =>
        address.IsOpen
            ? new(
                Subject,
                FindingState.Open,
                $"metrics are served at {address.Url}{address.Path} to anybody who reaches port {address.Port} of this machine. Restrict it to your monitoring in the firewall.")
            : new(Subject, FindingState.Good, $"metrics are served at {address.Url}{address.Path}, to this machine only.");

    // Whether it arrives, only sending shows: a span that says that somebody looked.
    private static Finding Sent(OtlpAddress otlp)
    {
        var options = new OtlpExporterOptions { TimeoutMilliseconds = (int)Patience.TotalMilliseconds };
        if (otlp.Setting is { } address)
            (options.Protocol, options.Endpoint) = (
                otlp.Protocol,
                otlp.Protocol is OtlpExportProtocol.Grpc ? address : new Uri($"{address.ToString().TrimEnd('/')}/v1/traces"));
        using var exporter = new OtlpTraceExporter(options);
        using var span = new Activity("doctor").Start();
        span.Stop();
        return exporter.Export(new Batch<Activity>([span], 1)) is ExportResult.Success
            ? new(Subject, FindingState.Good, $"{options.Endpoint} accepts OTLP ({options.Protocol}).")
            : new(
                Subject,
                FindingState.Fault,
                $"{options.Endpoint} does not accept OTLP ({options.Protocol}). Check Telemetry:OtlpEndpoint, Telemetry:OtlpProtocol and outgoing connections to it; the bot itself runs without it.");
    }
}
