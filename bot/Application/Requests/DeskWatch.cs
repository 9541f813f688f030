using System.Collections.Concurrent;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Puts into the requests what the desks did to their tickets. <see cref="DeskWatchLoop"/> keeps it going.</summary>
public sealed class DeskWatch(
    TicketDesks desks,
    MeasuredDesk calls,
    IDbContextFactory<BotDb> databases,
    RequestChanges requests,
    TimeProvider time,
    ILogger<DeskWatch> log) : IDisposable
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
    private readonly ConcurrentDictionary<DeskKind, DateTimeOffset> _seen = [];

    /// <summary>Reads what has changed since it was read last.</summary>
    /// <returns>True when a request was changed.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var changed = false;
            foreach (var desk in desks.All.Where(desk => desk.Abilities.HasFlag(DeskAbilities.Updates)))
                changed |= await ReadAsync(desk, cancel);
            return changed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Puts a ticket as it was just read into its request.</summary>
    /// <returns>True when that changed something.</returns>
    public async Task<bool> PutAsync(Request request, TicketUpdate update, CancellationToken cancel)
    {
        if (request.Ticket is not { } known || Next(known, update) is not { } next)
            return false;

        await requests.ApplyAsync(request.Id, now => Changed(now, update), cancel);
        log.TicketChanged(next.Number ?? request.Key, request.Id, next.State);
        return true;
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> ReadAsync(ITicketDesk desk, CancellationToken cancel)
    {
        if (!_seen.TryGetValue(desk.Kind, out var seen))
            _seen[desk.Kind] = seen = await BeginAsync(desk.Kind, cancel);
        var after = seen - Overlap;
        var changed = false;
        while (await calls.ChangedAsync(desk, after, Page, cancel) is { Count: > 0 } updates)
        {
            changed |= await PutAsync(desk.Kind, updates, cancel);
            var last = updates[^1].Ticket.Changed;
            if (last > _seen[desk.Kind])
                _seen[desk.Kind] = last;
            // A page full of one moment would be read for ever.
            if (updates.Count < Page || last <= after)
                break;
            after = last;
        }

        return changed;
    }

    // After a restart: no open ticket has a change that is older than the last one stored of it.
    private async Task<DateTimeOffset> BeginAsync(DeskKind desk, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await new RequestStore(db).OpenAsync(MostOpen, cancel);
        return open.Select(request => request.Ticket).OfType<FiledTicket>().Where(ticket => ticket.Desk == desk)
            .Select(ticket => ticket.Changed).Append(time.GetUtcNow() - LookBack).Min();
    }

    private async Task<bool> PutAsync(DeskKind desk, IReadOnlyList<TicketUpdate> updates, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = updates.Where(update => update.Ticket.Number is not null).GroupBy(update => update.Ticket.Number!)
            .ToDictionary(same => same.Key, same => same.MaxBy(update => update.Ticket.Changed)!);
        var changed = false;
        foreach (var request in await new RequestStore(db).ByTicketAsync(newest.Keys, cancel))
        {
            if (request.Ticket!.Desk == desk)
                changed |= await PutAsync(request, newest[request.Ticket.Number!], cancel);
        }

        return changed;
    }

    // One that was gone, and is shown again, need not have changed meanwhile.
    private static FiledTicket? Next(FiledTicket known, TicketUpdate update) =>
        known.IsSameAs(update.Ticket)
        && (known.Changed < update.Ticket.Changed || (known.State is TicketState.Gone && known.Changed == update.Ticket.Changed))
            ? TicketNews.Of(known, update.Ticket, update.Comments)
            : null;

    // What was said to the desk before is no answer to what it waits for now, even where it asks without a word.
    private static bool IsAskedAgain(FiledTicket known, FiledTicket now) =>
        known.State != now.State && now.State is (TicketState.WaitingForYou or TicketState.Resolved);

    private static SentReply? Unanswered(SentReply? reply) => reply is { Progress: ReplyProgress.AtDesk } ? null : reply;

    /// <summary>What an update changes in a request; null for nothing.</summary>
    internal static RequestChange? Changed(Request now, TicketUpdate update) =>
        now.Ticket is not { } known || Next(known, update) is not { } ticket
            ? null
            : new(
                now with { Ticket = ticket, Reply = IsAskedAgain(known, ticket) ? Unanswered(now.Reply) : now.Reply },
                new AuditEntry("ticket", By: null) { Detail = ticket.State.ToString() },
                [
                    new OutboxMessage.Redraw(now.Id),
                    .. RequestNews.Between(now, now with { Ticket = ticket }) is { } news
                        ? [new OutboxMessage.NotifyOwner(now.Id, news)]
                        : Array.Empty<OutboxMessage>(),
                ]);
}
