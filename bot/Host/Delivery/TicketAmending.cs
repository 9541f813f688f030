using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Puts what its owner changed into the ticket of a request.</summary>
public sealed class TicketAmending(ITicketDesk desk, RequestChanges requests, DeskOutcome outcome)
{
    public async Task<ErrandEnd> DoAsync(Errand.AmendTicket errand, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is not { State: RequestState.Filing } request)
            return ErrandEnd.Done.Well;

        // Confirmed again before the desk had answered for the first time: the desk finds by the key whether it has the ticket.
        var known = request.Ticket is { } ticket ? new DeskAnswer.Done(ticket) : await desk.OpenAsync(errand.Ticket, cancel);
        var answer = known is DeskAnswer.Done done ? await desk.AmendAsync(done.Ticket.Number, errand.Ticket, cancel) : known;
        switch (answer)
        {
            case DeskAnswer.Done amended:
                await outcome.KeepAsync(request.Id, now => Amended(now, amended.Ticket), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.Refused refused:
                await outcome.KeepAsync(request.Id, now => Kept(now, known, RequestNews.AmendRefused(now, refused.Reason)), cancel);
                return ErrandEnd.Done.Well;
            case DeskAnswer.NotNow later:
                return new ErrandEnd.Later(later.Reason, later.After);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The change did not come to the desk, and will not.</summary>
    public Task GiveUpAsync(Guid id, CancellationToken cancel) =>
        outcome.KeepAsync(id, now => Kept(now, null, RequestNews.GivenUp(now, "amend")), cancel);

    private static (RequestChange, Problem?)? Amended(Request now, FiledTicket ticket) => now.State == RequestState.Filing
        ? (
            new(now with { State = RequestState.Filed, Ticket = ticket, Before = null }, new Deed("amended", By: null) { Detail = ticket.Number }),
            RequestNews.Amended(now, ticket))
        : null;

    // The ticket stays as it was, and so does the request.
    private static (RequestChange, Problem?)? Kept(Request now, DeskAnswer? known, Problem news)
    {
        var ticket = now.Ticket ?? (known as DeskAnswer.Done)?.Ticket;
        return now.State != RequestState.Filing ? null : (
            new(
                now with
                {
                    State = ticket is null ? RequestState.Refused : RequestState.Filed,
                    Ticket = ticket,
                    Entries = now.Before ?? now.Entries,
                    Before = null,
                },
                new Deed("amend-refused", By: null)),
            news);
    }
}
