using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Puts into the requests what the desk did to their tickets. <see cref="DeskWatchLoop"/> keeps it going.</summary>
public sealed class DeskWatch(
    MeasuredDesk desk, IDbContextFactory<BotDb> databases, RequestChanges requests, TimeProvider time, ILogger<DeskWatch> log) : IDisposable
{
    private const int Page = 100;
    private const int MostOpen = 10_000;

    /// <summary>
    /// So much of what was read is read again: a ticket changes a moment after it was opened, and its number may not be kept in its request
    /// yet when the change is read for the first time.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>A closed ticket that was opened again while the bot was down is still found after so long.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset? _seen;

    /// <summary>Reads what has changed since it was read last.</summary>
    /// <returns>True when a request was changed.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await ReadAsync(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var after = (_seen ??= await BeginAsync(cancel)) - Overlap;
        var changed = false;
        while (await desk.ChangedAsync(after, Page, cancel) is { Count: > 0 } tickets)
        {
            changed |= await PutAsync(tickets, cancel);
            after = tickets[^1].Changed;
            _seen = after > _seen ? after : _seen;
            if (tickets.Count < Page)
                break;
        }

        return changed;
    }

    // After a restart: no open ticket has a change that is older than the last one stored of it.
    private async Task<DateTimeOffset> BeginAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await new RequestStore(db).OpenAsync(MostOpen, cancel);
        return open.Select(request => request.Ticket?.Changed).OfType<DateTimeOffset>().Append(time.GetUtcNow() - LookBack).Min();
    }

    private async Task<bool> PutAsync(IReadOnlyList<FiledTicket> tickets, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = tickets.GroupBy(ticket => ticket.Number).ToDictionary(same => same.Key, same => same.MaxBy(ticket => ticket.Changed)!);
        var changed = false;
        foreach (var request in await new RequestStore(db).ByTicketAsync(newest.Keys, cancel))
        {
            var ticket = newest[request.Ticket!.Number];
            if (ticket.Changed <= request.Ticket.Changed)
                continue;

            await requests.ApplyAsync(request.Id, now => Changed(now, ticket), cancel);
            log.TicketChanged(ticket.Number, request.Id, ticket.State);
            changed = true;
        }

        return changed;
    }

    private static RequestChange? Changed(Request now, FiledTicket ticket) =>
        now.Ticket is not { } known || known.Number != ticket.Number || known.Changed >= ticket.Changed
            ? null
            : new(
                now with { Ticket = ticket },
                new AuditEntry("ticket", By: null) { Detail = ticket.State.ToString() },
                [
                    new OutboxMessage.Redraw(now.Id),
                    .. RequestNews.Between(now, now with { Ticket = ticket }) is { } news
                        ? [new OutboxMessage.NotifyOwner(now.Id, news)]
                        : Array.Empty<OutboxMessage>(),
                ]);
}
