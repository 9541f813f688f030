using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Reporting;

internal static class ReportingSetup
{
    private const string MayReport = "may report DR events";

    /// <summary>What takes DR events from other programs.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddSettings<ReportingOptions>(ReportingOptions.Section);
        services.AddSingleton<IValidateOptions<ReportingOptions>, ReportingRules>();
        services.AddReporters();
        services.AddRateLimiter(limits => limits.AddPolicy<string, ReportPace>(ReportPace.PolicyName));
        return services
            .AddSingleton<ReportTransitions>()
            .AddSingleton<ReportProcessor>()
            .AddSingleton<ReportEndpoint>();
    }

    public static void MapReporting(this IEndpointRouteBuilder endpoints)
    {
        var reports = endpoints.MapGroup("/api").RequireAuthorization(MayReport).RequireRateLimiting(ReportPace.PolicyName);
        reports.MapPost("/dr-events", (HttpContext http, ReportEndpoint endpoint) => endpoint.HandleAsync(http));
        reports.MapMethods(
            "/dr-events",
            [HttpMethods.Options],
            (HttpContext http, IOptions<ReportingOptions> options) => WebhookHandshake.Answer(http, options.Value));
    }

    private static void AddReporters(this IServiceCollection services)
    {
        services.AddOptions<ReporterKeyOptions>(ReporterAuthentication.SchemeName)
            .Configure<IOptions<ReportingOptions>, IOptions<ConnectorOptions>, LocalPlaygroundMode>((keys, reporting, teams, local) =>
            {
                keys.IsLocal = local.IsOn;
                keys.Reporters =
                [
                    .. reporting.Value.Reporters.Select(it => (Hash(it), Reporter.Of(it, teams.Value.TenantId))),
                ];
            });
        services.AddScheme<ReporterAuthentication>(ReporterAuthentication.SchemeName);
        services.AddAuthorizationBuilder().AddPolicy(
            MayReport, policy => policy.AddAuthenticationSchemes(ReporterAuthentication.SchemeName).RequireAuthenticatedUser());
    }

    private static byte[] Hash(ReporterEntry entry) => Convert.FromHexString(entry.KeyHash.Trim());
}
