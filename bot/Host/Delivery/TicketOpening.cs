using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Host.Telemetry;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Opens the ticket of a request.</summary>
public sealed class TicketOpening(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
{
    public async Task<ErrandEnd> DoAsync(Errand.OpenTicket errand, CancellationToken cancel) =>
        await requests.FindAsync(errand.Request, cancel) switch
        {
            { State: RequestState.Filing, Ticket: null } request when request.ConfirmedVersion == errand.Version => await EndAsync(request, await desk.OpenAsync(errand.Ticket, cancel), cancel),
            { State: RequestState.Withdrawn, Ticket: null } request => await LookAsync(request, errand.Ticket.Key, cancel),
            _ => ErrandEnd.Done.Well,
        };

    // Taken back while the desk did not answer: it may have opened the ticket all the same.
    private async Task<ErrandEnd> LookAsync(Request request, string key, CancellationToken cancel) =>
        await desk.FindAsync(key, cancel) is not DeskAnswer.Refused and var found ? await EndAsync(request, found, cancel) : ErrandEnd.Done.Well;

    private async Task<ErrandEnd> EndAsync(Request request, DeskAnswer answer, CancellationToken cancel)
    {
        switch (answer)
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

    private static (RequestChange, Problem?)? Opened(Request now, FiledTicket ticket) => now switch
    {
        { State: RequestState.Filing, Ticket: null } => (
            new(
                now with { State = RequestState.Filed, Ticket = ticket, FiledVersion = now.ConfirmedVersion, RefusedBecause = null, Before = null },
                new Deed("filed", By: null) { Detail = ticket.Number }),
            RequestNews.Filed(ticket)),
        // Its owner was faster than the desk.
        { State: RequestState.Withdrawn, Ticket: null } => (
            new(now with { Ticket = ticket, FiledVersion = now.ConfirmedVersion }, new Deed("filed", By: null) { Detail = ticket.Number }, new Errand.WithdrawTicket(now.Id)),
            null),
        _ => null,
    };

    private static (RequestChange, Problem?)? Refused(Request now, string reason) => now is { State: RequestState.Filing, Ticket: null }
        ? (new(now with { State = RequestState.Refused, RefusedBecause = reason }, new Deed("refused", By: null)), RequestNews.Refused(reason))
        : null;
}
