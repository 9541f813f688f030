using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Recovery.Announcing;

internal static class AnnouncingSetup
{
    /// <summary>What brings DR events to their channels.</summary>
    public static IServiceCollection AddAnnouncing(this IServiceCollection services)
    {
        services.AddOptions<AnnouncingOptions>().BindConfiguration(AnnouncingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnnouncingOptions>>(new OptionsRule<AnnouncingOptions>(options => options.Faults()));
        return services
            .AddSingleton<AnnouncingBells>()
            .AddSingleton<BlockedTenants>()
            .AddSingleton<DispatcherLease>()
            .AddSingleton<AnnouncementWriter>()
            .AddSingleton<DeliveryRules>()
            .AddSingleton<DeliveryTraces>()
            .AddSingleton<DeliveryRun>()
            .AddSingleton<EndBook>()
            .AddSingleton<FanOut>()
            .AddSingleton<Dispatcher>()
            .AddHostedService<AnnouncingLoop>();
    }
}
