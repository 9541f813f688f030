using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.Mail;

internal static class MailSetup
{
    /// <summary>A mailbox as a desk, if the settings name a mail server.</summary>
    public static IServiceCollection AddMailDesk(this IServiceCollection services)
    {
        services.AddSettings<MailOptions>(MailOptions.Section);
        return services
            .AddSingleton<SmtpClients>()
            .AddSingleton<MailServer>()
            .AddSingleton<MailWriter>()
            .AddSingleton<ITicketDesk, MailDesk>();
    }
}
