using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Opens the ticket of a request.</summary>
public sealed class TicketOpening(ITicketDesk desk, RequestChanges requests, DeskOutcome outcome)
{
    public async Task<ErrandEnd> DoAsync(Errand.OpenTicket errand, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is not { State: RequestState.Filing, Ticket: null } request)
            return ErrandEnd.Done.Well;

        switch (await desk.OpenAsync(errand.Ticket, cancel))
        {
            case DeskAnswer.Done done:
                await outcome.KeepAsync(request.Id, now => Opened(now, done.Ticket), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.Refused refused:
                await outcome.KeepAsync(request.Id, now => Refused(now, refused.Reason), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.NotNow later:
                return new ErrandEnd.Later(later.Reason, later.After);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    private static (RequestChange, Problem?)? Opened(Request now, FiledTicket ticket) => now is { State: RequestState.Filing, Ticket: null }
        ? (
            new(
                now with { State = RequestState.Filed, Ticket = ticket, RefusedBecause = null },
                new Deed("filed", By: null) { Detail = ticket.Number }),
            RequestNews.Filed(ticket))
        : null;

    private static (RequestChange, Problem?)? Refused(Request now, string reason) => now is { State: RequestState.Filing, Ticket: null }
        ? (new(now with { State = RequestState.Refused, RefusedBecause = reason }, new Deed("refused", By: null)), RequestNews.Refused(reason))
        : null;
}
