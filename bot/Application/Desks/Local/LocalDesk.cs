using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.Local;

/// <summary>
/// The desk that comes with the bot: tickets in its own database, worked on its page and from the command line. It does nothing twice: what
/// a call asks for and the ticket has already is answered as done.
/// </summary>
public sealed class LocalDesk(
    IDbContextFactory<BotDb> databases,
    IOptions<DeskOptions> options,
    IOptions<LocalDeskOptions> local,
    TimeProvider time,
    ILogger<LocalDesk> log) : ITicketDesk
{
    private const string Withdrawal = "withdrawn";

    public DeskKind Kind => DeskKind.Local;

    public string Name => "local desk";

    public string? WorkedBy => local.Value.WorkedBy;

    public DeskAbilities Abilities =>
        DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Updates | DeskAbilities.Comment | DeskAbilities.Settle
        | DeskAbilities.Attach;

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) => WriteAsync(
        async (book, at, cancel) => await book.FindAsync(ticket.Key, cancel) is { } known
            ? await DoneAsync(book, known, cancel)
            : Done(await book.OpenAsync(ticket, at, cancel)),
        cancellationToken);

    public Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) => InTimeAsync(
        async (book, cancel) => await book.FindAsync(key, cancel) is { } ticket ? await DoneAsync(book, ticket, cancel) : Missing(key),
        otherwise: Later,
        cancellationToken);

    public Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken) =>
        FindAsync(known.Number!, cancellationToken);

    public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken) => ChangeAsync(
        known,
        (book, found, at) =>
        {
            if (Says(found, ticket))
                return null;
            if (found.State is not TicketState.New)
                return TooLate(found, "changed");

            book.Amend(found, ticket, at);
            return null;
        },
        cancellationToken);

    public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken) => ChangeAsync(
        known,
        async (book, found, at, cancel) =>
        {
            var history = await book.HistoryAsync(found.Number, cancel);
            if (history.LastOrDefault(entry => entry.What != DeskBook.WorkNote) is { What: Withdrawal })
                return null;
            if (found.State is not TicketState.New)
                return TooLate(found, "withdrawn");

            book.Set(found, TicketState.Closed, Withdrawal, "Withdrawn by its requester.", at);
            return null;
        },
        cancellationToken);

    public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken) => ChangeAsync(
        known,
        async (book, found, at, cancel) =>
        {
            if ((await book.HistoryAsync(found.Number, cancel)).Any(entry => IsSaid(entry, reply)))
                return null;
            if (found.State is TicketState.Closed or TicketState.Cancelled)
                return new DeskAnswer.Refused($"{found.Number} is closed. Please start a new request.");

            // Without the name: whose request it is stands in the ticket, and goes from there when they are forgotten.
            book.Hear(found, StateAfter(found.State, reply.Kind), WordOf(reply.Kind), $"{reply.Text} [{reply.Mark}]".Trim(), at);
            return null;
        },
        cancellationToken);

    public Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken) => ChangeAsync(
        known,
        async (book, found, at, cancel) =>
        {
            if (await book.HasFileAsync(found.Number, file.Name, cancel))
                return null;
            if (found.State is TicketState.Closed or TicketState.Cancelled)
                return new DeskAnswer.Refused($"{found.Number} is closed and takes no more files. Please start a new request.");

            book.Attach(found, file, at);
            return null;
        },
        cancellationToken,
        file.Content.Length);

    /// <summary>
    /// Pages by the time of the last change, which no two tickets share (<see cref="DeskBook"/>): no row falls between two pages.
    /// </summary>
    /// <returns>Null while the database does not answer: whoever asks again from the same time on gets all of it.</returns>
    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
        InTimeAsync<IReadOnlyList<TicketUpdate>?>(
            async (book, cancel) =>
            {
                var changed = await book.ChangedAsync(after, most, cancel);
                var notes = await book.NotesAsync([.. changed.Select(ticket => ticket.Number)], cancel);
                return [.. changed.Select(ticket => new TicketUpdate(Filed(ticket), Comments(notes, ticket.Number)))];
            },
            otherwise: null,
            cancellationToken);

    private Task<DeskAnswer> ChangeAsync(
        FiledTicket known, Func<DeskBook, Ticket, DateTimeOffset, DeskAnswer?> change, CancellationToken cancellationToken) =>
        ChangeAsync(known, (book, found, at, _) => Task.FromResult(change(book, found, at)), cancellationToken);

    /// <param name="change">A refusal, or null: done, now or before.</param>
    private Task<DeskAnswer> ChangeAsync(
        FiledTicket known,
        Func<DeskBook, Ticket, DateTimeOffset, CancellationToken, Task<DeskAnswer?>> change,
        CancellationToken cancellationToken,
        int bytes = 0) => WriteAsync(
            async (book, at, cancel) => await book.FindAsync(known.Number!, cancel) is not { } found ? Missing(known.Number!)
                : await change(book, found, at, cancel) ?? await DoneAsync(book, found, cancel),
            cancellationToken,
            bytes);

    private Task<DeskAnswer> WriteAsync(
        Func<DeskBook, DateTimeOffset, CancellationToken, Task<DeskAnswer>> write, CancellationToken cancellationToken, int bytes = 0) =>
        InTimeAsync(
            (book, cancel) => book.WriteAsync(time.GetUtcNow(), at => write(book, at, cancel), cancel),
            otherwise: Later,
            cancellationToken,
            bytes);

    /// <param name="bytes">Of the file that is written; it takes longer.</param>
    private async Task<T> InTimeAsync<T>(
        Func<DeskBook, CancellationToken, Task<T>> call, T otherwise, CancellationToken cancellationToken, int bytes = 0)
    {
        using var clock = new CancellationTokenSource(options.Value.LimitOf(bytes), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            await using var db = await databases.CreateDbContextAsync(limit.Token);
            return await call(new DeskBook(db), limit.Token);
        }
        catch (Exception fault)
            when ((fault.IsOfDatabase() || fault is OperationCanceledException) && !cancellationToken.IsCancellationRequested)
        {
            log.DeskNotReached(fault);
            return otherwise;
        }
    }

    private static bool Says(Ticket ticket, TicketDraft draft) =>
        ticket.Subject == draft.Subject && ticket.Body == draft.Body && ticket.Severity == draft.Severity;

    private static DeskAnswer Later => new DeskAnswer.NotNow("The desk is not answering at the moment.");

    private static DeskAnswer.Done Done(Ticket ticket) => new(Filed(ticket));

    private static async Task<DeskAnswer> DoneAsync(DeskBook book, Ticket ticket, CancellationToken cancel) =>
        new DeskAnswer.Done(Filed(ticket)) { Comments = Comments(await book.NotesAsync([ticket.Number], cancel), ticket.Number) };

    private static IReadOnlyList<DeskComment> Comments(ILookup<string, TicketAuditEntry> notes, string number) =>
        [.. notes[number].Select(entry => new DeskComment(entry.At, By: null, entry.Note!))];

    // Somebody at the desk may copy what was said into a note.
    private static bool IsSaid(TicketAuditEntry entry, DeskReply reply) =>
        entry.What == WordOf(reply.Kind) && entry.Note?.Contains($"[{reply.Mark}]") == true;

    private static TicketState StateAfter(TicketState now, DeskReplyKind reply) => (reply, now) switch
    {
        (DeskReplyKind.Accepted, _) => TicketState.Closed,
        (DeskReplyKind.NotSolved, _) => TicketState.InProgress,
        (_, TicketState.WaitingForYou) => TicketState.InProgress,
        _ => now,
    };

    private static string WordOf(DeskReplyKind reply) => reply switch
    {
        DeskReplyKind.Accepted => "accepted",
        DeskReplyKind.NotSolved => "not-solved",
        _ => "answered",
    };

    private static FiledTicket Filed(Ticket ticket) => new(ticket.Number, ticket.State, ticket.ChangedAt) { Note = ticket.Note };

    private static DeskAnswer.Refused Missing(string number) => new($"The desk has no ticket {number}.");

    private static DeskAnswer.Refused TooLate(Ticket ticket, string wish) => new(ticket.State switch
    {
        TicketState.Resolved or TicketState.Closed or TicketState.Cancelled => $"{ticket.Number} is finished and can no longer be {wish}.",
        _ => $"Somebody is already working on {ticket.Number}, so it can no longer be {wish}. Ask the desk to stop it.",
    });
}
