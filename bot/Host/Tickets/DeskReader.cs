using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Reads what the pages of the desk show.</summary>
internal sealed class DeskReader(IDbContextFactory<BotDb> databases, RequestKeys keys)
{
    private const int TicketsOfAPage = 25;
    private const int EntriesOfAPage = 50;

    public async Task<TicketListView> ListAsync(TicketQuery query, TicketScope scope, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (shelf, filter) = (new TicketShelf(db), query.Filter(scope, keys));
        var (tickets, all) = await shelf.PageAsync(filter, (query.Page - 1) * TicketsOfAPage, TicketsOfAPage, cancel);
        var pages = Math.Max(1, (all + TicketsOfAPage - 1) / TicketsOfAPage);
        if (query.Page > pages)
        {
            query = query with { Page = pages };
            (tickets, all) = await shelf.PageAsync(filter, (pages - 1) * TicketsOfAPage, TicketsOfAPage, cancel);
        }

        var requests = await shelf.RequestsAsync([.. tickets.Select(ticket => ticket.Key)], cancel);
        return new(query, [.. tickets.Select(ticket => new ListedTicket(ticket, requests.GetValueOrDefault(ticket.Key)))], all, pages);
    }

    /// <returns>Null where there is none that may be seen.</returns>
    public async Task<TicketFile?> FileAsync(string number, string name, TicketScope scope, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new TicketShelf(db).FindAsync(number, scope, cancel) is { } ticket
            ? await new DeskBook(db).FileAsync(ticket.Number, name, cancel)
            : null;
    }

    /// <param name="typed">A number or a key, in any spelling.</param>
    /// <param name="before">Of the history, only what came before this version; null for the newest.</param>
    /// <returns>Null where there is none that may be seen.</returns>
    public async Task<TicketView?> TicketAsync(string typed, int? before, TicketScope scope, CancellationToken cancel)
    {
        var number = TicketNumber.Read(typed) ?? keys.Read(typed)?.Value ?? typed.Trim().ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var shelf = new TicketShelf(db);
        if (await shelf.FindAsync(number, scope, cancel) is not { } ticket)
            return null;

        // One more, which says what state it had before the oldest that is shown.
        var entries = await shelf.HistoryAsync(ticket.Number, before, EntriesOfAPage + 1, cancel);
        var requests = await shelf.RequestsAsync([ticket.Key], cancel);
        return new(ticket, requests.GetValueOrDefault(ticket.Key), [.. entries.Take(EntriesOfAPage)])
        {
            Files = await new DeskBook(db).FilesAsync(ticket.Number, cancel),
            StateBefore = entries.Count > EntriesOfAPage ? entries[^1].Entry.State : null,
            HasOlder = entries.Count > EntriesOfAPage,
            IsNewest = before is null,
        };
    }
}
