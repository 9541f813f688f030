using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Application.Requests;

internal static class RequestSetup
{
    /// <summary>What happens to requests outside a turn.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSettings<DeskWatchOptions>(DeskWatchOptions.Section);
        return services
            .AddSingleton<RequestContextReader>()
            .AddSingleton<RequestChanges>()
            .AddSingleton<ApproverCards>()
            .AddSingleton<DeskOutcome>()
            .AddSingleton<DeskWatch>()
            .AddSingleton<OpenTicketCheck>()
            .AddSingleton<DeskHints>()
            .AddSingleton<DeskCallbacks>()
            .AddHostedService<DeskWatchLoop>()
            .AddRequestHandlers();
    }

    private static IServiceCollection AddRequestHandlers(this IServiceCollection services) => services
        .AddOutboxHandler<OutboxMessage.OpenTicket, OpenTicketHandler>()
        .AddOutboxHandler<OutboxMessage.AmendTicket, AmendTicketHandler>()
        .AddOutboxHandler<OutboxMessage.WithdrawTicket, WithdrawTicketHandler>()
        .AddOutboxHandler<OutboxMessage.ReplyToDesk, ReplyToDeskHandler>()
        .AddOutboxHandler<OutboxMessage.AttachFile, AttachFileHandler>()
        .AddOutboxHandler<OutboxMessage.Redraw, RedrawHandler>()
        .AddOutboxHandler<OutboxMessage.NotifyOwner, NotifyOwnerHandler>()
        .AddOutboxHandler<OutboxMessage.AskApprovers, AskApproversHandler>()
        .AddOutboxHandler<OutboxMessage.RemindApprovers, AskApproversHandler>()
        .AddOutboxHandler<OutboxMessage.Escalate, AskApproversHandler>()
        .AddOutboxHandler<OutboxMessage.ExpireDraft, ExpireDraftHandler>()
        .AddOutboxHandler<OutboxMessage.Remind, RemindHandler>();
}
