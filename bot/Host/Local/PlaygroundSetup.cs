using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Host.Local;

internal static class PlaygroundSetup
{
    /// <param name="isWanted">False leaves it out whatever the settings say.</param>
    public static IServiceCollection AddPlayground(this IServiceCollection services, bool isWanted)
    {
        services.AddSettings<PlaygroundOptions>(PlaygroundOptions.Section);
        services.PostConfigure<PlaygroundOptions>(options => options.Enabled &= isWanted);
        services.AddSingleton<PlaygroundChats>();
        services.AddSingleton<Playground>();
        return services.AddHostedService(provider => provider.GetRequiredService<Playground>());
    }
}
