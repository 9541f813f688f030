using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks;

/// <summary>
/// The desk that comes with the bot: tickets in its own database, worked from the command line. It does nothing twice: what a call
/// asks for and the ticket has already is answered as done.
/// </summary>
public sealed class LocalDesk(
    IDbContextFactory<BotDb> databases, IOptions<DeskOptions> options, TimeProvider time, ILogger<LocalDesk> log) : ITicketDesk
{
    private const string Withdrawal = "withdrawn";

    public string Name => "local desk";

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) => WriteAsync(
        async (book, at, cancel) =>
            Done(await book.FindAsync(ticket.Key, cancel) ?? await book.OpenAsync(ticket, at, cancel)),
        cancellationToken);

    public Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) => InTimeAsync(
        async (book, cancel) => await book.FindAsync(key, cancel) is { } ticket ? Done(ticket) : Missing(key),
        otherwise: Later,
        cancellationToken);

    public Task<DeskAnswer> AmendAsync(string number, TicketDraft ticket, CancellationToken cancellationToken) => WriteAsync(
        async (book, at, cancel) =>
        {
            if (await book.FindAsync(number, cancel) is not { } known)
                return Missing(number);
            if (Says(known, ticket))
                return Done(known);
            if (known.State is not TicketState.New)
                return TooLate(known, "changed");

            book.Amend(known, ticket, at);
            return Done(known);
        },
        cancellationToken);

    public Task<DeskAnswer> WithdrawAsync(string number, CancellationToken cancellationToken) => WriteAsync(
        async (book, at, cancel) =>
        {
            if (await book.FindAsync(number, cancel) is not { } known)
                return Missing(number);
            if (await book.HistoryAsync(known.Number, cancel) is [.., { What: Withdrawal }])
                return Done(known);
            if (known.State is not TicketState.New)
                return TooLate(known, "withdrawn");

            book.Set(known, TicketState.Closed, Withdrawal, "Withdrawn by its requester.", at);
            return Done(known);
        },
        cancellationToken);

    /// <summary>
    /// Pages by the time of the last change, which no two tickets share (<see cref="DeskBook"/>): no row falls between two pages.
    /// </summary>
    /// <returns>Nothing while the database does not answer: whoever asks again from the same time on gets all of it.</returns>
    public Task<IReadOnlyList<FiledTicket>> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
        InTimeAsync<IReadOnlyList<FiledTicket>>(
            async (book, cancel) => [.. (await book.ChangedAsync(after, most, cancel)).Select(Filed)], otherwise: [], cancellationToken);

    private Task<DeskAnswer> WriteAsync(
        Func<DeskBook, DateTimeOffset, CancellationToken, Task<DeskAnswer>> write, CancellationToken cancellationToken) =>
        InTimeAsync(
            (book, cancel) => book.WriteAsync(time.GetUtcNow(), at => write(book, at, cancel), cancel),
            otherwise: Later,
            cancellationToken);

    private async Task<T> InTimeAsync<T>(Func<DeskBook, CancellationToken, Task<T>> call, T otherwise, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(options.Value.TimeLimit, time);
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

    private static FiledTicket Filed(Ticket ticket) => new(ticket.Number, ticket.State, ticket.ChangedAt) { Note = ticket.Note };

    private static DeskAnswer.Refused Missing(string number) => new($"The desk has no ticket {number}.");

    private static DeskAnswer.Refused TooLate(Ticket ticket, string wish) => new(ticket.State switch
    {
        TicketState.Resolved or TicketState.Closed => $"{ticket.Number} is finished and can no longer be {wish}.",
        _ => $"Somebody is already working on {ticket.Number}, so it can no longer be {wish}. Ask the desk to stop it.",
    });
}
