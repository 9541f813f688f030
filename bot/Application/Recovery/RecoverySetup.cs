using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Outbox;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery;

internal static class RecoverySetup
{
    /// <summary>What DR events do outside a turn.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddSingleton<EventContextReader>()
        .AddSingleton<RecoveryChanges>()
        .AddSingleton<EventCards>()
        .AddSingleton<EventDrawing>()
        .AddOutboxHandler<OutboxMessage.AskAuthorities, AskAuthoritiesHandler>()
        .AddOutboxHandler<OutboxMessage.AnnounceApprovalTimeout, ApprovalTimeoutAnnouncer>()
        .AddOutboxHandler<OutboxMessage.PromptUpdate, UpdateReminderHandler>()
        .AddOutboxHandler<OutboxMessage.MissUpdate, UpdateReminderHandler>()
        .AddOutboxHandler<OutboxMessage.NotifyDeclarer, NotifyDeclarerHandler>()
        .AddOutboxHandler<OutboxMessage.RedrawEvent, RedrawEventCardsHandler>();

    /// <summary>How DR events are talked about and moved; also in the terminal.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSettings<RecoveryOptions>(RecoveryOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RecoveryOptions>>().Value
            .Policy(provider.GetRequiredService<Domain.Requests.Approvals.ApprovalPolicy>()));
        return services
            .AddSingleton<Domain.Recovery.EventTransitions>()
            .AddSingleton<EventQueryPlanner>()
            .AddSingleton<EventCard>()
            .AddSingleton<EventNotices>()
            .AddSingleton<Announcements>();
    }
}
