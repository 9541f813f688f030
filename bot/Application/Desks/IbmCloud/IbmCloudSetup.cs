using System.Diagnostics;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

internal static class IbmCloudSetup
{
    public static IServiceCollection AddIbmCloudDesk(this IServiceCollection services)
    {
        services.AddSettings<IbmCloudOptions>(IbmCloudOptions.Section);
        services.AddSettings<IbmCloudOfferingOptions>(IbmCloudOfferingOptions.Section);
        services.AddSettings<IbmCloudSeverityOptions>(IbmCloudSeverityOptions.Section);
        // A redirect could carry the token to another host, so none is followed. The time limit is that of the call. Nothing of it is
        // logged: the token request holds the key.
        services
            .AddHttpClient(IbmHttp.ClientName, client =>
                (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, IbmHttp.MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // The handler lives as long as the bot; its connections are renewed by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<IbmHttp>()
            .AddSingleton<IbmTokens>()
            .AddSingleton<IbmCases>()
            .AddSingleton<CaseWalk>()
            .AddSingleton<CaseTickets>()
            .AddSingleton<DuplicateCases>()
            .AddSingleton<CaseOpening>()
            .AddSingleton<CaseChanges>()
            .AddSingleton<CaseFiles>()
            .AddSingleton<CaseChecks>()
            .AddSingleton<ITicketDesk, IbmCloudDesk>();
    }
}
