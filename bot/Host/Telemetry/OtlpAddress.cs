using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>
/// Whom OTLP goes to: as the settings say, or the standard variables (OpenTelemetry specification, "OpenTelemetry Protocol Exporter").
/// </summary>
/// <param name="Setting">Null leaves all to the variables.</param>
internal sealed record OtlpAddress(Uri? Setting, OtlpExportProtocol Protocol)
{
    private static readonly string[] Variables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <returns>Null where nobody is named.</returns>
    public static OtlpAddress? Read(TelemetryOptions options, IConfiguration settings) =>
        string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase) ? null
        : options.Otlp is { } address ? new(address, options.OtlpProtocol)
        : Variables.Any(name => !string.IsNullOrWhiteSpace(settings[name])) ? new(null, options.OtlpProtocol)
        : null;

    public void SendTo(IOpenTelemetryBuilder telemetry)
    {
        if (Setting is { } address)
            telemetry.UseOtlpExporter(Protocol, address);
        else
            telemetry.UseOtlpExporter();
    }
}
