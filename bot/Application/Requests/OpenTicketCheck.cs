using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>
/// Reads every open ticket by itself, seldom. A ticket that its desk does not show any more is in no list of changes: only this finds it,
/// and what such a list left out. <see cref="DeskWatchLoop"/> keeps it going.
/// </summary>
public sealed class OpenTicketCheck(
    TicketDesks desks,
    MeasuredDesk calls,
    DeskWatch watch,
    IDbContextFactory<BotDb> databases,
    RequestChanges requests,
    TimeProvider time,
    ILogger<OpenTicketCheck> log)
{
    private const int MostOpen = 10_000;

    /// <summary>A desk may not show a ticket yet that it made a moment ago.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    /// <returns>True when a request was changed.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        var changed = false;
        foreach (var desk in desks.All.Where(desk => desk.Abilities.HasFlag(DeskAbilities.Updates)))
            foreach (var request in await OpenAsync(desk.Kind, cancel))
            {
                var answer = await calls.ReadAsync(request.Ticket!, cancel);
                // A desk that does not answer now is not asked for the others either.
                if (answer is DeskAnswer.NotNow)
                    break;
                changed |= await PutAsync(request, answer, cancel);
            }

        return changed;
    }

    private async Task<IReadOnlyList<Request>> OpenAsync(DeskKind desk, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var before = time.GetUtcNow() - Young;
        return [.. (await new RequestStore(db).OpenAsync(MostOpen, cancel))
            .Where(request => request.Ticket?.Desk == desk && request.ChangedAt <= before)];
    }

    private async Task<bool> PutAsync(Request request, DeskAnswer answer, CancellationToken cancel)
    {
        if (answer is DeskAnswer.Done done)
            return await watch.PutAsync(request, new(done.Ticket, done.Comments), cancel);

        RequestChange? gone = null;
        await requests.ApplyAsync(request.Id, now => gone = Gone(now, request.Ticket!), cancel);
        if (gone is not null)
            log.TicketChanged(request.Ticket!.Number ?? request.Key, request.Id, TicketState.Gone);
        return gone is not null;
    }

    // Somebody else may have brought news of it while it was asked for.
    private static RequestChange? Gone(Request now, FiledTicket asked)
    {
        if (now.Ticket is not { } ticket || ticket.Number != asked.Number || ticket.Changed != asked.Changed || !now.IsOpen)
            return null;

        var next = now with { Ticket = ticket with { State = TicketState.Gone, Word = null } };
        List<OutboxMessage> messages = [new OutboxMessage.Redraw(now.Id)];
        if (RequestNews.Between(now, next) is { } news)
            messages.Add(new OutboxMessage.NotifyOwner(now.Id, news));
        return new(next, new AuditEntry("ticket", By: null) { Detail = nameof(TicketState.Gone) }, messages);
    }
}
