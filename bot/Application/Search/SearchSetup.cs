using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Search;

namespace ChatOpsBot.Application.Search;

internal static class SearchSetup
{
    /// <summary>What answers searches from a compose box.</summary>
    public static IServiceCollection AddSearching(this IServiceCollection services)
    {
        services.AddSettings<SearchOptions>(SearchOptions.Section);
        return services
            .AddSingleton<SearchTopic>()
            .AddSingleton<SearchReader>()
            .AddSingleton<SearchWork>()
            .AddSingleton<NewestSearches>();
    }
}
