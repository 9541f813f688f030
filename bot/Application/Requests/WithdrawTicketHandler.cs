using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>Takes the ticket of a request back that its owner has withdrawn.</summary>
public sealed class WithdrawTicketHandler(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
    : IOutboxHandler<OutboxMessage.WithdrawTicket>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.WithdrawTicket message, CancellationToken cancel)
    {
        if (await requests.FindAsync(message.Request, cancel) is not { State: RequestState.Withdrawn, Ticket: { } ticket } request)
            return HandlingResult.Done.Instance;

        switch (await desk.WithdrawAsync(ticket, cancel))
        {
            case DeskAnswer.Done done:
                await outcome.SaveAsync(request.Id, now => Withdrawn(now, TicketNews.Of(now.Ticket, done.Ticket, done.Comments)), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(request.Id, now => StaysFiled(now, RequestNews.WithdrawRefused(refused.Reason)), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.NotNow later:
                return DeskResults.Later(later);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The desk was not told, and will not be: the ticket stands.</summary>
    public Task GiveUpAsync(OutboxMessage.WithdrawTicket message, CancellationToken cancel) =>
        outcome.SaveAsync(message.Request, now => StaysFiled(now, RequestNews.Undone()), cancel);

    // Its owner has seen it withdrawn already.
    private static (RequestChange, Problem?)? Withdrawn(Request now, FiledTicket ticket) =>
        now.State == RequestState.Withdrawn && now.Ticket != ticket
        ? (new(now with { Ticket = ticket }, new AuditEntry("ticket", By: null) { Detail = ticket.State.ToString() }), null)
        : null;

    // No card says why, so it is said in words, also to somebody who sees the card.
    private static (RequestChange, Problem?)? StaysFiled(Request now, Problem news) => now.State == RequestState.Withdrawn
        ? (new(now.AsFiled(), new AuditEntry("withdraw-refused", By: null), new OutboxMessage.NotifyOwner(now.Id, news)), null)
        : null;
}
