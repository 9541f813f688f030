using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Application.Requests;

/// <summary>Opens the ticket of a request.</summary>
public sealed class OpenTicketHandler(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome, TimeProvider time)
    : IOutboxHandler<OutboxMessage.OpenTicket>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.OpenTicket message, CancellationToken cancel) =>
        await requests.FindAsync(message.Request, cancel) switch
        {
            { State: RequestState.Filing, Ticket: null } request when request.ConfirmedVersion == message.Version => await EndAsync(
                request, await desk.OpenAsync(message.Ticket with { MayBeThere = message.MayBeDuplicate }, cancel), cancel),
            { State: RequestState.Withdrawn, Ticket: null } request => await LookAsync(request, message.Ticket, cancel),
            _ => HandlingResult.Done.Instance,
        };

    // Taken back while the desk did not answer: it may have opened the ticket all the same.
    private async Task<HandlingResult> LookAsync(Request request, TicketDraft ticket, CancellationToken cancel) =>
        await desk.FindAsync(ticket, cancel) is not DeskAnswer.Refused and var found
            ? await EndAsync(request, found, cancel)
            : HandlingResult.Done.Instance;

    private async Task<HandlingResult> EndAsync(Request request, DeskAnswer answer, CancellationToken cancel)
    {
        switch (answer)
        {
            case DeskAnswer.Done done:
                await outcome.SaveAsync(
                    request.Id, now => Opened(now, TicketNews.Of(known: null, done.Ticket, done.Comments), done.Remark), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(request.Id, now => Refused(now, refused.Reason), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.NotNow later:
                await outcome.SaveAsync(request.Id, now => InTrouble(now, later), cancel);
                return DeskResults.Later(later);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    private static (RequestChange, Problem?)? Opened(Request now, FiledTicket ticket, string? remark) =>
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
                        Trouble = null,
                        Before = null,
                    },
                    new AuditEntry("filed", By: null) { Detail = ticket.Number },
                    // A remark is said in words, also to somebody who sees the number on the card.
                    [
                        .. remark is null
                            ? []
                            : (OutboxMessage[])[new OutboxMessage.NotifyOwner(now.Id, RequestNews.Filed(ticket, remark))],
                        .. now.Files.Where(file => file.Progress is FileProgress.Waiting)
                            .Select(file => new OutboxMessage.AttachFile(now.Id, file.Id)),
                    ]),
                remark is null ? RequestNews.Filed(ticket) : null),
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
                new(
                    now with { State = RequestState.Refused, RefusedBecause = reason, Trouble = null },
                    new AuditEntry("refused", By: null)),
                RequestNews.Refused(reason))
            : null;

    // Once at the first fault, and once more when it turns out that somebody has to do something about it.
    private (RequestChange, Problem?)? InTrouble(Request now, DeskAnswer.NotNow later) =>
        now is { State: RequestState.Filing, Ticket: null }
        && (now.Trouble is not { } known || (later.NeedsOperator && !known.NeedsOperator))
            ? (
                new(
                    now with { Trouble = new(now.Trouble?.Since ?? time.GetUtcNow(), later.NeedsOperator) },
                    new AuditEntry("desk-waits", By: null)),
                RequestNews.InTrouble(later.NeedsOperator))
            : null;
}
