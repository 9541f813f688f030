using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>Opens the ticket of a request.</summary>
public sealed class OpenTicketHandler(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
    : IOutboxHandler<OutboxMessage.OpenTicket>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.OpenTicket message, CancellationToken cancel) =>
        await requests.FindAsync(message.Request, cancel) switch
        {
            { State: RequestState.Filing, Ticket: null } request when request.ConfirmedVersion == message.Version => await EndAsync(
                request, await desk.OpenAsync(message.Ticket, cancel), cancel),
            { State: RequestState.Withdrawn, Ticket: null } request => await LookAsync(request, message.Ticket.Key, cancel),
            _ => HandlingResult.Done.Instance,
        };

    // Taken back while the desk did not answer: it may have opened the ticket all the same.
    private async Task<HandlingResult> LookAsync(Request request, string key, CancellationToken cancel) =>
        await desk.FindAsync(key, cancel) is not DeskAnswer.Refused and var found
            ? await EndAsync(request, found, cancel)
            : HandlingResult.Done.Instance;

    private async Task<HandlingResult> EndAsync(Request request, DeskAnswer answer, CancellationToken cancel)
    {
        switch (answer)
        {
            case DeskAnswer.Done done:
                await outcome.SaveAsync(request.Id, now => Opened(now, done.Ticket), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(request.Id, now => Refused(now, refused.Reason), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.NotNow later:
                return new HandlingResult.Later(later.Reason, later.After);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    private static (RequestChange, Problem?)? Opened(Request now, FiledTicket ticket) =>
        now switch
        {
            { State: RequestState.Filing, Ticket: null } => (
                new(
                    now with
                    {
                        State = RequestState.Filed,
                        Ticket = ticket,
                        FiledVersion = now.ConfirmedVersion,
                        RefusedBecause = null,
                        Before = null,
                    },
                    new AuditEntry("filed", By: null) { Detail = ticket.Number }),
                RequestNews.Filed(ticket)),
            // Its owner was faster than the desk.
            { State: RequestState.Withdrawn, Ticket: null } => (
                new(
                    now with
                    {
                        Ticket = ticket,
                        FiledVersion = now.ConfirmedVersion,
                    },
                    new AuditEntry("filed", By: null) { Detail = ticket.Number },
                    new OutboxMessage.WithdrawTicket(now.Id)),
                null),
            _ => null,
        };

    private static (RequestChange, Problem?)? Refused(Request now, string reason) =>
        now is { State: RequestState.Filing, Ticket: null }
            ? (
                new(now with { State = RequestState.Refused, RefusedBecause = reason }, new AuditEntry("refused", By: null)),
                RequestNews.Refused(reason))
            : null;
}
