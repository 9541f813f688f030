using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>
/// Does what a desk tells by itself, where there is nothing to read: what it says is the ticket from then on. What was told and what it
/// changed are one commit, so the same told once more, at the same time or to another instance, changes nothing.
/// </summary>
public sealed class DeskCallbacks(OutboxCommits commits, ILogger<DeskCallbacks> log)
{
    public async Task<DeskCallbackOutcome> TakeAsync(DeskKind kind, DeskCallback told, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(told);
        var outcome = DeskCallbackOutcome.UnknownTicket;
        Request? changed = null;
        await commits.ChangeAsync<Request>(
            async (db, now) =>
            {
                (outcome, changed) = (DeskCallbackOutcome.UnknownTicket, null);
                var requests = new RequestStore(db);
                if (await requests.FindByKeysAsync([told.Key], cancel) is not [var request]
                    || request.Ticket is not { } known || known.Desk != kind)
                {
                    if (await IsOnItsWayAsync(db, kind, told.Key, cancel))
                        outcome = DeskCallbackOutcome.NotYet;
                    return null;
                }

                outcome = DeskCallbackOutcome.Done;
                // No source of a DR event has a blank in it (RFC 3986).
                var source = $"desk {kind}";
                if (await db.ReportedEvents.AnyAsync(it => it.Source == source && it.Id == told.Id, cancel))
                    return null;

                db.ReportedEvents.Add(new ReportedEvent { Source = source, Id = told.Id, Answer = "{}", At = now });
                if (DeskWatch.Changed(request, Update(known, told, now)) is not { } change)
                    return (request, []);

                changed = change.Next with { Version = request.Version + 1, ChangedAt = now };
                await requests.PutAsync(changed, change.AuditEntry, origin: null, now, cancel);
                return (changed, change.OutboxMessages);
            },
            cancel);
        if (changed is { Ticket: { } ticket })
            log.TicketChanged(ticket.Number ?? changed.Key, changed.Id, ticket.State);
        return outcome;
    }

    // The desk may be quicker with its word than the bot is with writing down that the desk has it.
    private static async Task<bool> IsOnItsWayAsync(BotDb db, DeskKind kind, string key, CancellationToken cancel) =>
        await db.OpeningAttempts.AnyAsync(attempt => attempt.Key == key && attempt.Desk == kind, cancel)
        && await new RequestStore(db).FindByKeysAsync([key], cancel) is [{ State: RequestState.Filing, Ticket: null }];

    private static TicketUpdate Update(FiledTicket known, DeskCallback told, DateTimeOffset now)
    {
        var ticket = known with
        {
            Number = told.Number ?? known.Number,
            State = told.State ?? known.State,
            Word = null,
            Link = told.Url ?? known.Link,
            IsSilent = false,
            Changed = known.Later(now),
        };
        return new(ticket, told.Comment is { } comment ? [comment with { At = New(comment.At, known, now) }] : []);
    }

    // It is told for the first time, so it is new, whatever the desk's clock says.
    private static DateTimeOffset New(DateTimeOffset at, FiledTicket known, DateTimeOffset now)
    {
        var said = at == default ? now : at;
        return known.NotedAt is { } noted && said <= noted ? noted.AddMilliseconds(1) : said;
    }
}

/// <summary>What a desk tells of one ticket; null for what stays as it is.</summary>
/// <param name="Id">The same for what is told once more.</param>
/// <param name="Key">Of the request.</param>
public sealed record DeskCallback(string Id, string Key)
{
    public string? Number { get; init; }

    public TicketState? State { get; init; }

    public Uri? Url { get; init; }

    /// <summary>Its time may be left at the default: then it is when it is told.</summary>
    public DeskComment? Comment { get; init; }
}

public enum DeskCallbackOutcome
{
    /// <summary>It is so now, or was told before.</summary>
    Done,

    /// <summary>No request of this key has its ticket at this desk.</summary>
    UnknownTicket,

    /// <summary>The request is just being handed over.</summary>
    NotYet,
}
