using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Retention;

internal static class RetentionSetup
{
    /// <summary>Deletes what is past its time. The database has to be ready before it starts.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>(RetentionOptions.Section);
        services.AddSingleton(RetentionPeriods);
        services.AddSingleton<RetentionRound>();
        return services.AddHostedService<RetentionLoop>();
    }

    // What people are told.
    private static RetentionPeriods RetentionPeriods(IServiceProvider services)
    {
        var kept = services.GetRequiredService<IOptions<RetentionOptions>>().Value;
        return new()
        {
            Requests = kept.Requests,
            Events = kept.Events,
            Drafts = kept.Drafts,
            LeftPlaces = kept.LeftPlaces,
            Activities = services.GetRequiredService<IOptions<StorageOptions>>().Value.RememberActivities,
        };
    }
}
