using System.Diagnostics;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.Webhook;

internal static class WebhookSetup
{
    /// <summary>A program that takes events as a desk, if the settings name its address.</summary>
    public static IServiceCollection AddWebhookDesk(this IServiceCollection services)
    {
        services.AddSettings<WebhookOptions>(WebhookOptions.Section);
        // A redirect could carry requests to another host, so none is followed. The time limit is that of the call. Nothing of it is
        // logged: the address may be all that a receiver knows its callers by.
        services
            .AddHttpClient(WebhookClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<IOptions<WebhookOptions>>().Value.ReadUrl() is not { IsLoopback: true },
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // Its connections are renewed by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<WebhookClient>()
            .AddSingleton<WebhookEvents>()
            .AddSingleton<ITicketDesk, WebhookDesk>();
    }
}
