using System.Globalization;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>Tickets of the embedded desk as people look for them: filtered, in pages, with who did what. Changes nothing.</summary>
public sealed class TicketShelf(BotDb db)
{
    /// <summary>Stands before the tenant in the way to a conversation. In the JSON of a text, quotation marks are escaped.</summary>
    private const string TenantMark = "\"tenantId\":\"";

    /// <returns>A page, newest change first, and how many there are in all.</returns>
    public async Task<(IReadOnlyList<Ticket> Tickets, int All)> PageAsync(
        TicketFilter filter, int skip, int take, CancellationToken cancel)
    {
        var found = Filtered(filter);
        var all = await found.CountAsync(cancel);
        var page = await found.OrderByDescending(ticket => ticket.ChangedAt).Skip(skip).Take(take).ToListAsync(cancel);
        return (page, all);
    }

    /// <param name="number">As it is written everywhere.</param>
    /// <returns>Null where there is none that may be seen.</returns>
    public Task<Ticket?> FindAsync(string number, TicketScope scope, CancellationToken cancel) =>
        Seen(scope).FirstOrDefaultAsync(ticket => ticket.Number == number || ticket.Key == number, cancel);

    /// <returns>The requests of these tickets, as far as they are still there, by key.</returns>
    public async Task<IReadOnlyDictionary<string, Request>> RequestsAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        (await new RequestStore(db).FindByKeysAsync(keys, cancel)).ToDictionary(request => request.Key);

    /// <summary>A page of what was done to a ticket, the newest first.</summary>
    /// <param name="before">Only versions before this one; null for the newest.</param>
    public async Task<IReadOnlyList<TicketHistoryEntry>> HistoryAsync(string number, int? before, int take, CancellationToken cancel)
    {
        var entries = await db.TicketAuditEntries.AsNoTracking()
            .Where(entry => entry.Number == number && (before == null || entry.Version < before))
            .OrderByDescending(entry => entry.Version)
            .Take(take)
            .ToListAsync(cancel);
        if (entries.Count == 0)
            return [];

        var (newest, oldest) = (entries[0].Version, entries[^1].Version);
        var actors = await db.AuditChainEntries.AsNoTracking()
            .Where(entry => entry.SubjectKey == number && entry.SubjectKind == AuditSubjects.Ticket
                && entry.Version >= oldest && entry.Version <= newest && entry.ActorId != null)
            .Select(entry => new { entry.Version, entry.ActorId, entry.ActorName })
            .ToListAsync(cancel);
        var by = actors.ToLookup(actor => actor.Version, actor => new Person(actor.ActorId!, actor.ActorName ?? ""));
        return [.. entries.Select(entry => new TicketHistoryEntry(entry, by[entry.Version].FirstOrDefault()))];
    }

    private IQueryable<Ticket> Filtered(TicketFilter filter)
    {
        var found = Seen(filter.Scope);
        if (filter.States.Count > 0)
            found = found.Where(ticket => filter.States.Contains(ticket.State));
        if (filter.Type is { } type)
            found = found.Where(ticket => ticket.Type == type);
        if (filter.Severity is { } severity)
            found = found.Where(ticket => ticket.Severity == severity);
        if (filter.Text is not { Length: > 0 } text)
            return found;

        var (number, upper, lower) = (TicketNumber.Read(text) ?? text, text.ToUpperInvariant(), text.ToLower(CultureInfo.InvariantCulture));
        return found.Where(ticket => ticket.Number == number
            || ticket.Number.Contains(upper)
            || ticket.Key.Contains(upper)
            || ticket.Subject.Contains(text)
            // SQLite knows small letters of ASCII alone: others are found as they are typed.
#pragma warning disable CA1304, CA1311, CA1862 // Becomes lower() of the database, which has no culture.
            || ticket.Subject.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private IQueryable<Ticket> Seen(TicketScope scope)
    {
        var tickets = db.Tickets.AsNoTracking();
        if (scope.Tenant is not { } tenant)
            return tickets;

        var own = $"{TenantMark}{tenant}\"";
        return scope.IsHome
            ? tickets.Where(ticket => !db.Requests.Any(row => row.Key == ticket.Key
                && row.Origin != null && row.Origin.Contains(TenantMark) && !row.Origin.Contains(own)))
            : tickets.Where(ticket => db.Requests.Any(row => row.Key == ticket.Key && row.Origin != null && row.Origin.Contains(own)));
    }
}

/// <summary>A line of a ticket's history, and who it was.</summary>
/// <param name="By">Null for the requester and the bot, where the command line was used, and for somebody who was forgotten.</param>
public sealed record TicketHistoryEntry(TicketAuditEntry Entry, Person? By);
