using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Application.Settings;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Outbox;

internal static class DeliverySetup
{
    /// <summary>What is done outside after a commit, and what the desk does to tickets.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>>(new OptionsRule<OutboxOptions>(options => options.Faults()));
        services.AddOptions<DeskWatchOptions>().BindConfiguration(DeskWatchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskWatchOptions>>(new OptionsRule<DeskWatchOptions>(options => options.Faults()));
        services.AddSingleton<Signal>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService<OutboxService>();
        services.AddSingleton<DeskWatch>();
        services.AddHostedService<DeskWatchLoop>();
        return services.AddOutboxHandlers();
    }

    private static IServiceCollection AddOutboxHandlers(this IServiceCollection services) => services
        .AddSingleton<RenderedVersions>()
        .AddSingleton<WaitingTurns>()
        .AddSingleton<OutboxBackoff>()
        .AddSingleton<OutboxAttempt>()
        .AddSingleton<OutboxHandlers>()
        .AddSingleton<RequestChanges>()
        .AddSingleton<DeskOutcome>()
        .AddSingleton<OpenTicketHandler>()
        .AddSingleton<AmendTicketHandler>()
        .AddSingleton<WithdrawTicketHandler>()
        .AddSingleton<CardRefresher>()
        .AddSingleton<RedrawHandler>()
        .AddSingleton<NotifyOwnerHandler>()
        .AddSingleton<PersonalChats>()
        .AddSingleton<ApproverCards>()
        .AddSingleton<AskApproversHandler>()
        .AddSingleton<ExpireDraftHandler>()
        .AddSingleton<RemindHandler>();
}
