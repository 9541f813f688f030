using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

internal static class DeskSetup
{
    /// <summary>The configured desk, as <see cref="ITicketDesk"/>. Needs storage and a clock.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSettings<DeskOptions>(DeskOptions.Section);
        services.AddSingleton<ITicketDesk, LocalDesk>();
        return services;
    }
}
