using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Host.Telemetry;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Takes the ticket of a request back that its owner has withdrawn.</summary>
public sealed class TicketWithdrawing(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
{
    public async Task<ErrandEnd> DoAsync(Errand.WithdrawTicket errand, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is not { State: RequestState.Withdrawn, Ticket: { } ticket } request)
            return ErrandEnd.Done.Well;

        switch (await desk.WithdrawAsync(ticket.Number, cancel))
        {
            case DeskAnswer.Done done:
                await outcome.KeepAsync(request.Id, now => TakenBack(now, done.Ticket), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.Refused refused:
                await outcome.KeepAsync(request.Id, now => StaysFiled(now, RequestNews.WithdrawRefused(refused.Reason)), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.NotNow later:
                return new ErrandEnd.Later(later.Reason, later.After);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The desk was not told, and will not be: the ticket stands.</summary>
    public Task GiveUpAsync(Guid id, CancellationToken cancel) =>
        outcome.KeepAsync(id, now => StaysFiled(now, RequestNews.Undone()), cancel);

    // Its owner has seen it withdrawn already.
    private static (RequestChange, Problem?)? TakenBack(Request now, FiledTicket ticket) =>
        now.State == RequestState.Withdrawn && now.Ticket != ticket
        ? (new(now with { Ticket = ticket }, new Deed("ticket", By: null) { Detail = ticket.State.ToString() }), null)
        : null;

    private static (RequestChange, Problem?)? StaysFiled(Request now, Problem news) => now.State == RequestState.Withdrawn
        ? (new(now.AsFiled(), new Deed("withdraw-refused", By: null)), news)
        : null;
}
