using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Outbox;

/// <summary>Who does which message.</summary>
public sealed class OutboxHandlers(
    OpenTicketHandler opening,
    AmendTicketHandler amending,
    WithdrawTicketHandler withdrawing,
    RedrawHandler redrawing,
    NotifyOwnerHandler telling,
    AskApproversHandler asking,
    ExpireDraftHandler expiry,
    RemindHandler reminding,
    EventMessageHandlers events,
    ApprovalPolicy policy)
{
    public Task<HandlingResult> DoAsync(OutboxMessage message, CancellationToken cancel) => message switch
    {
        OutboxMessage.OpenTicket open => opening.DoAsync(open, cancel),
        OutboxMessage.AmendTicket amend => amending.DoAsync(amend, cancel),
        OutboxMessage.WithdrawTicket withdraw => withdrawing.DoAsync(withdraw, cancel),
        OutboxMessage.Redraw redraw => redrawing.DoAsync(redraw, cancel),
        OutboxMessage.NotifyOwner tell => telling.DoAsync(tell, cancel),
        OutboxMessage.ExpireDraft expire => expiry.DoAsync(expire, cancel),
        OutboxMessage.Remind remind => reminding.DoAsync(remind, cancel),
        _ when ApproverRound.Of(message, policy) is { } round => asking.DoAsync(round, cancel),
        _ when events.Do(message, cancel) is { } doing => doing,
        _ => throw new InvalidOperationException($"Nobody does {message.GetType().Name}."),
    };

    /// <summary>Before an message is given up: its owner learns of it, where there is something to learn.</summary>
    public Task GiveUpAsync(OutboxMessage message, CancellationToken cancel) => message switch
    {
        OutboxMessage.AmendTicket => amending.GiveUpAsync(message.About, cancel),
        OutboxMessage.WithdrawTicket => withdrawing.GiveUpAsync(message.About, cancel),
        _ when ApproverRound.Of(message, policy) is { } round => asking.GiveUpAsync(round, cancel),
        _ => Task.CompletedTask,
    };
}
