using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

internal static class DeliverySetup
{
    /// <summary>What is done outside after a commit, and what the desk does to tickets.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>>(new OptionsRule<OutboxOptions>(options => options.Faults()));
        services.AddOptions<DeskWatchOptions>().BindConfiguration(DeskWatchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskWatchOptions>>(new OptionsRule<DeskWatchOptions>(options => options.Faults()));
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxPump>();
        services.AddHostedService<OutboxLoop>();
        services.AddSingleton<DeskWatch>();
        services.AddHostedService<DeskWatchLoop>();
        return services.AddErrands();
    }

    private static IServiceCollection AddErrands(this IServiceCollection services) => services
        .AddSingleton<DrawnVersions>()
        .AddSingleton<WaitingTurns>()
        .AddSingleton<ErrandPauses>()
        .AddSingleton<ErrandRun>()
        .AddSingleton<ErrandDoer>()
        .AddSingleton<RequestChanges>()
        .AddSingleton<DeskOutcome>()
        .AddSingleton<TicketOpening>()
        .AddSingleton<TicketAmending>()
        .AddSingleton<TicketWithdrawing>()
        .AddSingleton<CardRedraw>()
        .AddSingleton<Redrawing>()
        .AddSingleton<Telling>()
        .AddSingleton<PersonalChats>()
        .AddSingleton<ApproverCards>()
        .AddSingleton<ApproverAsking>()
        .AddSingleton<DraftExpiry>()
        .AddSingleton<Reminding>();
}
