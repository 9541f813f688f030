using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Search;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Search;

internal static class SearchSetup
{
    /// <summary>What answers searches from a compose box.</summary>
    public static IServiceCollection AddSearching(this IServiceCollection services)
    {
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SearchOptions>>(new OptionsRule<SearchOptions>(options => options.Faults()));
        return services
            .AddSingleton<SearchTopic>()
            .AddSingleton<SearchReader>()
            .AddSingleton<SearchWork>()
            .AddSingleton<NewestSearches>();
    }
}
