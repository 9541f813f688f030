using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Application.Settings;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Reporting;

internal static class ReportingSetup
{
    /// <summary>What takes DR events from other programs.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddSettings<ReportingOptions>(ReportingOptions.Section);
        services.AddSingleton<IValidateOptions<ReportingOptions>, ReportingRules>();
        return services
            .AddSingleton<ReporterGate>()
            .AddSingleton<ReportTransitions>()
            .AddSingleton<ReportProcessor>()
            .AddSingleton<ReportEndpoint>();
    }

    public static IEndpointConventionBuilder MapReporting(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/dr-events", (HttpContext http, ReportEndpoint endpoint) => endpoint.HandleAsync(http));
}
