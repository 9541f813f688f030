using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks;

internal static class DeskSetup
{
    /// <summary>The configured desk, as <see cref="ITicketDesk"/>. Needs storage and a clock.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskOptions>>(new OptionsRule<DeskOptions>(options => options.Faults()));
        services.AddSingleton<ITicketDesk, LocalDesk>();
        return services;
    }
}
