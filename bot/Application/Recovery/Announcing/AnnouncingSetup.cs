using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Recovery.Announcing;

internal static class AnnouncingSetup
{
    /// <summary>What brings DR events to their channels.</summary>
    public static IServiceCollection AddAnnouncing(this IServiceCollection services)
    {
        services.AddSettings<AnnouncingOptions>(AnnouncingOptions.Section);
        return services
            .AddSingleton<AnnouncementSignals>()
            .AddSingleton<BlockedTenants>()
            .AddSingleton<DispatcherLease>()
            .AddSingleton<AnnouncementWriter>()
            .AddSingleton<DeliveryRules>()
            .AddSingleton<DeliveryTraces>()
            .AddSingleton<DeliveryRun>()
            .AddSingleton<DeliveryResultWriter>()
            .AddSingleton<FanOut>()
            .AddSingleton<Dispatcher>()
            .AddHostedService<AnnouncingLoop>();
    }
}
