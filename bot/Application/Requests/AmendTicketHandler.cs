using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>Puts what its owner changed into the ticket of a request.</summary>
public sealed class AmendTicketHandler(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
    : IOutboxHandler<OutboxMessage.AmendTicket>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.AmendTicket message, CancellationToken cancel)
    {
        if (await requests.FindAsync(message.Request, cancel) is not { State: RequestState.Filing, Ticket: { } ticket } request
            || request.ConfirmedVersion != message.Version)
            return HandlingResult.Done.Instance;

        switch (await desk.AmendAsync(ticket, message.Ticket with { MayBeThere = message.MayBeDuplicate }, cancel))
        {
            case DeskAnswer.Done amended:
                await outcome.SaveAsync(
                    request.Id, now => Amended(now, TicketNews.Of(now.Ticket, amended.Ticket, amended.Comments)), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(request.Id, now => Settled(now, RequestNews.AmendRefused(refused.Reason)), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.NotNow later:
                return DeskResults.Later(later);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The change did not come to the desk, and will not.</summary>
    public Task GiveUpAsync(OutboxMessage.AmendTicket message, CancellationToken cancel) =>
        outcome.SaveAsync(message.Request, now => Settled(now, RequestNews.Undone()), cancel);

    private static (RequestChange, Problem?)? Amended(Request now, FiledTicket ticket) => now.State switch
    {
        RequestState.Filing => (Change(now with { State = RequestState.Filed }, ticket), RequestNews.Amended(ticket)),
        // Taken back meanwhile: what the ticket says now is what comes back if the desk keeps it.
        RequestState.Withdrawn => (Change(now, ticket), null),
        _ => null,
    };

    private static RequestChange Change(Request next, FiledTicket ticket) =>
        new(
            next with
            {
                Ticket = ticket,
                FiledVersion = next.ConfirmedVersion,
                Before = null,
            },
            new AuditEntry("amended", By: null) { Detail = ticket.Number });

    // The ticket stays as it was, and so does the request: no card says why, so it is said in words, also to somebody who sees the card.
    private static (RequestChange, Problem?)? Settled(Request now, Problem news) => now.State == RequestState.Filing
        ? (new(now.AsFiled(), new AuditEntry("amend-refused", By: null), new OutboxMessage.NotifyOwner(now.Id, news)), null)
        : null;
}
