using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Recovery;

internal static class RecoverySetup
{
    /// <summary>What DR events do outside a turn.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddSingleton<EventReach>()
        .AddSingleton<EventsReader>()
        .AddSingleton<RecoveryChanges>()
        .AddSingleton<EventCards>()
        .AddSingleton<EventDrawing>()
        .AddSingleton<AuthorityAsking>()
        .AddSingleton<SilenceEnding>()
        .AddSingleton<UpdateWatch>()
        .AddSingleton<DeclarerTelling>()
        .AddSingleton<EventErrands>();

    /// <summary>How DR events are talked about and moved; also in the terminal.</summary>
    public static IServiceCollection AddEventTalk(this IServiceCollection services)
    {
        services.AddOptions<RecoveryOptions>().BindConfiguration(RecoveryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecoveryOptions>>(new OptionsRule<RecoveryOptions>(options => options.Faults()));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RecoveryOptions>>().Value
            .Policy(provider.GetRequiredService<Domain.Requests.Approvals.ApprovalPolicy>()));
        return services
            .AddSingleton<Domain.Recovery.RecoveryMoves>()
            .AddSingleton(provider => new RecoveryDuties(provider.GetRequiredService<Dialogs.Requests.RequestKit>().Rows))
            .AddSingleton<EventTalk>()
            .AddSingleton<EventCard>()
            .AddSingleton<EventTelling>()
            .AddSingleton<Announcements>();
    }
}
