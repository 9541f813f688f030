using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Pages;

internal static class PageSetup
{
    /// <summary>The pages beside the matrix; whoever answers has to look at the folder first.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSettings<PageOptions>(PageOptions.Section);
        return services.AddSingleton<PageFolder>();
    }
}
