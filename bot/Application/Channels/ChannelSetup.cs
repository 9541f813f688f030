using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Settings.Systems;

namespace ChatOpsBot.Application.Channels;

internal static class ChannelSetup
{
    /// <summary>The channels that follow, and what happens to them in Teams. The database has to be ready before they start.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSettings<ChannelOptions>(ChannelOptions.Section, [], Read);
        services.AddSingleton<SubscriptionCommit>();
        services.AddSingleton<ChannelNaming>();
        return services.AddHostedService<ChannelStart>().AddHostedService<ChannelNamingLoop>();
    }

    // The systems are read here once more: as an option of its own, a wrong list would be told twice.
    private static void Read(ChannelOptions options, IConfiguration settings)
    {
        var systems = new SystemsOptions();
        systems.Read(settings.GetSection(SystemsOptions.Section));
        options.Read(settings.GetSection(ChannelOptions.Section), systems.Inventory);
    }
}
