using ChatOpsBot.Application.Desks.IbmCloud;
using ChatOpsBot.Application.Desks.Local;
using ChatOpsBot.Application.Desks.Mail;
using ChatOpsBot.Application.Desks.ServiceNow;
using ChatOpsBot.Application.Desks.Webhook;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

internal static class DeskSetup
{
    /// <summary>The desks, each as <see cref="ITicketDesk"/>. Needs storage and a clock.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSettings<DeskOptions>(DeskOptions.Section);
        services.AddSettings<LocalDeskOptions>(LocalDeskOptions.Section);
        return services
            .AddSingleton<TicketDesks>()
            .AddSingleton<OpeningAttempts>()
            .AddSingleton<ITicketDesk, LocalDesk>()
            .AddIbmCloudDesk()
            .AddServiceNow()
            .AddWebhookDesk()
            .AddMailDesk();
    }
}
