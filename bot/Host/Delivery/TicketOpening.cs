using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Opens the ticket of a request.</summary>
public sealed class TicketOpening(ITicketDesk desk, RequestChanges requests, DeskOutcome outcome)
{
    public async Task<ErrandEnd> DoAsync(Errand.OpenTicket errand, int attempt, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is not { Ticket: null } request || !IsWanted(request, attempt))
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

    // After a try whose end is unknown the ticket may be there, though its owner has taken the request back meanwhile: it is found, and
    // then taken back as well.
    private static bool IsWanted(Request request, int attempt) => request.State == RequestState.Filing || attempt > 0;

    private static (RequestChange, Problem?)? Opened(Request now, FiledTicket ticket) => now switch
    {
        { Ticket: not null } => null,
        { State: RequestState.Filing } => (
            new(now with { State = RequestState.Filed, Ticket = ticket, RefusedBecause = null }, new Deed("filed", By: null) { Detail = ticket.Number }),
            RequestNews.Filed(now, ticket)),
        { State: RequestState.Withdrawn } => (
            new(now with { Ticket = ticket }, new Deed("filed", By: null) { Detail = ticket.Number }, new Errand.WithdrawTicket(now.Id)), null),
        _ => (new(now with { Ticket = ticket }, new Deed("filed", By: null) { Detail = ticket.Number }), null),
    };

    private static (RequestChange, Problem?)? Refused(Request now, string reason) => now is { State: RequestState.Filing, Ticket: null }
        ? (new(now with { State = RequestState.Refused, RefusedBecause = reason }, new Deed("refused", By: null)), RequestNews.Refused(now, reason))
        : null;
}
