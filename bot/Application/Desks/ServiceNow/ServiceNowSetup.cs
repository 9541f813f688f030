using System.Diagnostics;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

internal static class ServiceNowSetup
{
    /// <summary>ServiceNow as a desk, if the settings name an instance. Needs <see cref="OpeningAttempts"/> and a clock.</summary>
    public static IServiceCollection AddServiceNow(this IServiceCollection services)
    {
        services.AddSettings<ServiceNowOptions>(ServiceNowOptions.Section);
        // A redirect could carry credentials to another host, so none is followed. The time limit is that of the call.
        services
            .AddHttpClient(
                ServiceNowClient.Name,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.MaxResponseContentBufferSize = ServiceNowClient.LongestAnswer;
                })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<IOptions<ServiceNowOptions>>().Value.ReadAddress() is not { IsLoopback: true },
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // Its connections are renewed by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<ServiceNowSignIn>()
            .AddSingleton<ServiceNowClient>()
            .AddSingleton<ServiceNowTable>()
            .AddSingleton<ServiceNowWriter>()
            .AddSingleton<ServiceNowStates>()
            .AddSingleton<ServiceNowMapping>()
            .AddSingleton<ServiceNowComments>()
            .AddSingleton<ServiceNowReader>()
            .AddSingleton<ServiceNowSearch>()
            .AddSingleton<ServiceNowReplies>()
            .AddSingleton<ServiceNowFiles>()
            .AddSingleton<ServiceNowChanges>()
            .AddSingleton<ServiceNowChecks>()
            .AddSingleton<ITicketDesk, ServiceNowDesk>();
    }
}
