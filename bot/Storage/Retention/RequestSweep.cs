using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Names;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Retention;

/// <summary>
/// Deletes requests with all that belongs to them, some at a time, each time in one transaction. What is open is never among them, unless
/// its desk will never say that it is not; nor what something else still needs: a DR event that came of it, a ticket that the desk works
/// on, a message that is still to be done.
/// </summary>
public sealed class RequestSweep(BotDb db)
{
    // Stands in the document of a request that its owner has confirmed at some time (RequestJson leaves out what is null, and writes
    // quotation marks that people type as an escape).
    private const string Confirmed = "\"confirmedAt\":";

    private static readonly RequestState[] Ended =
    [
        RequestState.Filed,
        RequestState.Refused,
        RequestState.Rejected,
        RequestState.Withdrawn,
    ];
    private static readonly RequestState[] GivenUp = [RequestState.Cancelled, RequestState.Expired];
    private static readonly RequestState[] Drafts = [RequestState.Filling, RequestState.Reviewing];
    private static readonly TicketState[] Unfinished =
        [TicketState.New, TicketState.InProgress, TicketState.WaitingForYou, TicketState.OnHold];

    /// <summary>Confirmed requests that ended before this time.</summary>
    /// <returns>How many requests went.</returns>
    public Task<int> EndedAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel) =>
        SweepAsync(Free.Where(row => Ended.Contains(row.State) && row.ChangedAt < before), most, now, cancel);

    /// <summary>Drafts that were given up, or ran out, before this time.</summary>
    /// <returns>How many requests went.</returns>
    public Task<int> GivenUpAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel) =>
        SweepAsync(Free.Where(row => GivenUp.Contains(row.State) && row.ChangedAt < before), most, now, cancel);

    /// <summary>
    /// Drafts that nobody has touched since then, and that did not run out as they should have: what ends them was given up.
    /// </summary>
    /// <returns>How many requests went.</returns>
    public Task<int> AbandonedAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel) =>
        SweepAsync(
            Free.Where(row => Drafts.Contains(row.State) && row.ChangedAt < before && !row.Document.Contains(Confirmed)),
            most,
            now,
            cancel);

    /// <summary>Finished tickets of the bot's own desk whose request is gone.</summary>
    /// <returns>How many tickets went.</returns>
    public async Task<int> OrphanedTicketsAsync(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var numbers = await db
            .Tickets.Where(ticket =>
                ticket.ChangedAt < before && !Unfinished.Contains(ticket.State) && !db.Requests.Any(row => row.Key == ticket.Key))
            .OrderBy(ticket => ticket.ChangedAt)
            .Take(most)
            .Select(ticket => ticket.Number)
            .ToListAsync(cancel);
        if (numbers.Count == 0)
            return 0;

        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        await db.TicketAuditEntries.Where(entry => numbers.Contains(entry.Number)).ExecuteDeleteAsync(cancel);
        await db.TicketFiles.Where(file => numbers.Contains(file.Number)).ExecuteDeleteAsync(cancel);
        var gone = await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).ExecuteDeleteAsync(cancel);
        db.Audit(new(AuditSubjects.Retention, "tickets", "deleted", now)
        {
            Detail = string.Join(' ', numbers),
            Erases = AuditErasure.OfSubjects(AuditSubjects.Ticket, numbers),
        });
        await commit.CommitAsync(cancel);
        return gone;
    }

    /// <summary>Drafts of a person that were never confirmed, given up or not; within the transaction of the caller.</summary>
    internal async Task<int> DraftsOfAsync(string personId, DateTimeOffset now, CancellationToken cancel)
    {
        var states = Drafts.Concat(GivenUp).ToArray();
        var rows = await db.Requests.AsNoTracking()
            .Where(row => row.OwnerId == personId && states.Contains(row.State) && !row.Document.Contains(Confirmed))
            .Select(row => new Candidate(row.Id, row.Key, row.Version)).ToListAsync(cancel);
        return await DeleteAsync(rows, now, cancel);
    }

    private IQueryable<RequestRow> Free => db.Requests.AsNoTracking().Where(row =>
        (!row.IsOpen || (row.State == RequestState.Filed && row.Document.Contains(RequestRow.Silent)))
        && !db.RecoveryEvents.Any(drEvent => drEvent.RequestId == row.Id)
        && !db.Tickets.Any(ticket => ticket.Key == row.Key && Unfinished.Contains(ticket.State))
        && !db.OutboxMessages.Any(message => message.SubjectId == row.Id && !message.IsDeadLetter));

    private async Task<int> SweepAsync(IQueryable<RequestRow> rows, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await rows.OrderBy(row => row.ChangedAt)
            .Take(most)
            .Select(row => new Candidate(row.Id, row.Key, row.Version))
            .ToListAsync(cancel);
        if (found.Count == 0)
            return 0;

        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        var gone = await DeleteAsync(found, now, cancel);
        await commit.CommitAsync(cancel);
        return gone;
    }

    // One that somebody changed since it was found is another version by now, and stays.
    private async Task<int> DeleteAsync(List<Candidate> found, DateTimeOffset now, CancellationToken cancel)
    {
        var gone = new List<Candidate>();
        foreach (var one in found)
        {
            if (await db.Requests.Where(row => row.Id == one.Id && row.Version == one.Version).ExecuteDeleteAsync(cancel) == 1)
                gone.Add(one);
        }

        var (ids, keys) = (gone.Select(one => one.Id).ToList(), gone.Select(one => one.Key).ToList());
        await db.RequestAuditEntries.Where(entry => ids.Contains(entry.RequestId)).ExecuteDeleteAsync(cancel);
        await db.RequestFiles.Where(file => ids.Contains(file.RequestId)).ExecuteDeleteAsync(cancel);
        await db.CardPlaces.Where(place => ids.Contains(place.SubjectId)).ExecuteDeleteAsync(cancel);
        await db.OutboxMessages.Where(message => ids.Contains(message.SubjectId)).ExecuteDeleteAsync(cancel);
        var tickets = await db.Tickets.Where(ticket => keys.Contains(ticket.Key)).Select(ticket => ticket.Number).ToListAsync(cancel);
        await db.TicketAuditEntries.Where(entry => tickets.Contains(entry.Number)).ExecuteDeleteAsync(cancel);
        await db.TicketFiles.Where(file => tickets.Contains(file.Number)).ExecuteDeleteAsync(cancel);
        await db.Tickets.Where(ticket => tickets.Contains(ticket.Number)).ExecuteDeleteAsync(cancel);
        await db.OpeningAttempts.Where(attempt => keys.Contains(attempt.Key)).ExecuteDeleteAsync(cancel);
        if (gone.Count > 0)
            db.Audit(new(AuditSubjects.Retention, "requests", "deleted", now)
            {
                Detail = string.Join(' ', keys),
                Erases = AuditErasure.OfRequests(keys, tickets),
            });
        db.SpentNames.AddRange(gone.Select(one => new SpentName { Name = one.Key }));
        await db.SaveChangesAsync(cancel);
        return gone.Count;
    }

    private sealed record Candidate(Guid Id, string Key, int Version);
}
