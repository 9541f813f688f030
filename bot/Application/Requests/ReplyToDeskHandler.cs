using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>Puts what a request's owner says to the desk into the ticket.</summary>
public sealed class ReplyToDeskHandler(MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome)
    : IOutboxHandler<OutboxMessage.ReplyToDesk>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.ReplyToDesk message, CancellationToken cancel)
    {
        if (await requests.FindAsync(message.Request, cancel) is not { Ticket: { } ticket } request)
            return HandlingResult.Done.Instance;

        switch (await desk.ReplyAsync(ticket, message.Reply with { MayBeThere = message.MayBeDuplicate }, cancel))
        {
            case DeskAnswer.Done done:
                await outcome.SaveAsync(request.Id, now => Sent(now, message.Reply, done), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(request.Id, now => Failed(now, message.Reply, RequestNews.ReplyRefused(refused.Reason)), cancel);
                return HandlingResult.Done.Instance;
            case DeskAnswer.NotNow later:
                return DeskResults.Later(later);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The desk did not hear it, and will not: its owner can send it again from the card.</summary>
    public Task GiveUpAsync(OutboxMessage.ReplyToDesk message, CancellationToken cancel) =>
        outcome.SaveAsync(message.Request, now => Failed(now, message.Reply, RequestNews.ReplyFailed()), cancel);

    // Whoever sent it has seen that it was sent; what they are told is what the desk says.
    private static (RequestChange, Problem?)? Sent(Request now, DeskReply reply, DeskAnswer.Done done)
    {
        var ticket = TicketNews.Of(now.Ticket, done.Ticket, done.Comments);
        var sent = Ended(now.Reply, reply, ReplyProgress.AtDesk);
        // What it did to the ticket is no new word of the desk.
        if (sent is not null && ticket.NotedAt == now.Ticket!.NotedAt)
            sent = sent with { To = ticket.SpokeAt };
        var next = now with { Ticket = ticket, Reply = sent };
        return next == now
            ? null
            : (new(next, new AuditEntry("replied", By: null) { Detail = ticket.Number }),
                RequestNews.Between(now with { Ticket = now.Ticket! with { State = ticket.State } }, next));
    }

    private static (RequestChange, Problem?)? Failed(Request now, DeskReply reply, Problem news) =>
        now.Reply?.Mark == reply.Mark && now.Reply.Progress is ReplyProgress.Sending
            ? (new(now with { Reply = Ended(now.Reply, reply, ReplyProgress.Failed) }, new AuditEntry("reply-failed", By: null)), news)
            : null;

    private static SentReply? Ended(SentReply? known, DeskReply reply, ReplyProgress progress) =>
        known?.Mark == reply.Mark ? known with { Progress = progress } : known;
}
