using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>
/// Follows a word from a desk that a ticket has changed. What the word says is not believed: the ticket is read, as it is when the desk is
/// polled, only sooner. So a word that is forged, late or out of order sets no state.
/// </summary>
public sealed class DeskHints(IDbContextFactory<BotDb> databases, MeasuredDesk desk, DeskWatch watch, TimeProvider time)
{
    /// <param name="id">What the desk's interface calls the ticket.</param>
    public async Task<DeskHint> FollowAsync(DeskKind kind, string number, string id, CancellationToken cancel)
    {
        if (await FindAsync(kind, number, id, cancel) is not { Ticket: { } known } request)
            return DeskHint.UnknownTicket;

        switch (await desk.ReadAsync(known, cancel))
        {
            case DeskAnswer.Done done:
                await watch.PutAsync(request, new(done.Ticket, done.Comments), cancel);
                return DeskHint.Followed;
            case DeskAnswer.Refused:
                var gone = known with { State = TicketState.Gone, Word = null, Changed = known.Later(time.GetUtcNow()) };
                await watch.PutAsync(request, new(gone, []), cancel);
                return DeskHint.Followed;
            default:
                return DeskHint.NotNow;
        }
    }

    private async Task<Request?> FindAsync(DeskKind kind, string number, string id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await new RequestStore(db).ByTicketAsync([number], cancel))
            .FirstOrDefault(request => request.Ticket is { } ticket && ticket.Desk == kind && ticket.Id == id);
    }
}

/// <summary>What became of a desk's word.</summary>
public enum DeskHint
{
    Followed,

    /// <summary>No request has this ticket.</summary>
    UnknownTicket,

    /// <summary>The ticket could not be read; polling will.</summary>
    NotNow,
}
