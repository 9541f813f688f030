using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Auditing;

internal static class AuditSetup
{
    /// <summary>Makes the head of the audit chain known outside. The database has to be ready before it starts.</summary>
    public static IServiceCollection AddAuditing(this IServiceCollection services)
    {
        services.AddSettings<AuditOptions>(AuditOptions.Section);
        services
            .AddHttpClient(
                TimestampClient.Name,
                client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimestampClient.Limit, TimestampClient.MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        return services.AddSingleton<TimestampClient>().AddSingleton<AuditAnchoring>().AddHostedService<AuditAnchorLoop>();
    }
}
