using System.Diagnostics;
using System.Reflection;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>
/// What is measured, and who is told. The rooms count and trace by what .NET itself has for that, which costs next to nothing while nobody
/// listens; OpenTelemetry is known here alone.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>Database spans are there on PostgreSQL alone: the provider of SQLite makes none.</summary>
    private static readonly string[] Sources = [BotTracing.SourceName, ConnectorTracing.SourceName, "System.Net.Http", "Npgsql"];

    private static readonly string[] Meters =
    [
        BotMeter.Name, ConnectorMetrics.MeterName, StorageMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    /// <summary>What counts and traces.</summary>
    public static IServiceCollection AddMeasuring(this IServiceCollection services)
    {
        services.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        services.ConfigureOpenTelemetryTracerProvider(traces =>
            traces
                .AddSource(Sources)
                .AddAspNetCoreInstrumentation(http =>
                {
                    http.Filter = IsOfPeople;
                    // An invitation to the page of events stands in the address.
                    http.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
                })
                .SetSampler(provider => new ParentBasedSampler(
                    new RootSampler(provider.GetRequiredService<IOptions<TelemetryOptions>>().Value.SampleRatio))));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(Meters));
        services.Configure<OpenTelemetryLoggerOptions>(logs => (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true));
        return services
            .AddSingleton<TurnMetrics>()
            .AddSingleton<AnnouncementMetrics>()
            .AddSingleton<MeasuredDesk>()
            .AddSingleton<BacklogReader>()
            .AddSingleton<BacklogMetrics>();
    }

    /// <summary>Tells those whom the settings name. Nobody is told anything by default.</summary>
    /// <param name="urls">Where the bot listens.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, string urls)
    {
        var options = Written(builder.Configuration);
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>>(
            new OptionsRule<TelemetryOptions>(it => AddressFaults(it, urls, builder.Configuration)));
        if (
            new SettingsValidator<TelemetryOptions>(TelemetryOptions.Section).Validate(name: null, options).Failed
            || AddressFaults(options, urls, builder.Configuration).Any())
            return;

        var otlp = OtlpAddress.Read(options, builder.Configuration);
        if (otlp is null && options.Prometheus is null)
            return;

        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe);
        if (otlp is not null)
            otlp.SendTo(telemetry.WithTracing().WithMetrics().WithLogging());
        if (options.Prometheus is { } prometheus)
        {
            telemetry.WithMetrics(metrics => metrics.AddPrometheusExporter());
            builder.WebHost.UseUrls([.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries), prometheus.Url]);
        }

        builder.Services.AddHostedService<BacklogWatch>();
    }

    /// <summary>Metrics are answered at their own address and nowhere else, and nothing else there.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetService<MeterProvider>() is not { } meters || Written(app.Configuration).Prometheus is not { } address)
            return;

        app.MapWhen(
            http => http.Connection.LocalPort == address.Port,
            branch =>
            {
                branch.UseOpenTelemetryPrometheusScrapingEndpoint(
                    meters, predicate: null, address.Path, configureBranchedPipeline: null, optionsName: null);
                branch.Run(http =>
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                });
            });
    }

    private static TelemetryOptions Written(IConfiguration settings)
    {
        try
        {
            return settings.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        }
        catch (InvalidOperationException)
        {
            // What cannot be read is told with all other such settings, and the bot does not start.
            return new();
        }
    }

    private static IEnumerable<string> AddressFaults(TelemetryOptions options, string urls, ConfigurationManager settings)
    {
        if (options.Prometheus is not { } address)
            yield break;

        if (address.IsAmong(urls))
            yield return $"{TelemetryOptions.Section}:PrometheusAddress uses the port the bot listens on for Teams. Choose another one that is not reachable from outside.";

        // They take the place of all other addresses.
        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(it => it["Url"] ?? "").ToList();
        if (endpoints.Count > 0 && !endpoints.Any(address.IsAmong))
            yield return $"Kestrel:Endpoints lists where the bot listens, but {address.Url} of {TelemetryOptions.Section}:PrometheusAddress is missing there.";
    }

    // Variables of OpenTelemetry (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) count for more.
    private static void Describe(ResourceBuilder resource) =>
        resource
            .AddService(
                "chatopsbot",
                serviceVersion: typeof(TelemetrySetup)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                    ?.InformationalVersion)
            .AddEnvironmentVariableDetector();

    private static bool IsOfPeople(HttpContext http) => http.Request.Path.Value is not ("/healthz" or "/readyz");
}
