using System.Globalization;
using System.Security.Cryptography;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>
/// The tickets of the embedded desk. Writers come one after the other, also those of other processes: <see cref="WriteAsync"/> holds the
/// others until its transaction ends. So the times of changes rise strictly in the order in which they are committed, no two are
/// the same, and whoever asks for the changes after the last one seen misses none. Each change is an entry of the audit chain.
/// </summary>
public sealed class DeskBook(BotDb db)
{
    /// <summary>In a ticket's history: somebody at the desk set its state, with a note to the requester or without.</summary>
    public const string ToRequester = "set";

    /// <summary>In a ticket's history: somebody at the desk wrote something for the desk alone.</summary>
    public const string WorkNote = "work-note";

    /// <summary>What PostgreSQL keeps of a time is whole microseconds.</summary>
    private const long Tick = TimeSpan.TicksPerMicrosecond;

    /// <summary>Waits until no other writer is at the desk, writes, and commits what was written.</summary>
    /// <param name="write">Gets the time of this change: now, or just after the last change where the clock is not past that.</param>
    public async Task<T> WriteAsync<T>(DateTimeOffset now, Func<DateTimeOffset, Task<T>> write, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await write(await TakeAsync(now, cancel));
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    /// <summary>Opens a ticket under the next number, within <see cref="WriteAsync"/>.</summary>
    public async Task<Ticket> OpenAsync(TicketDraft draft, DateTimeOffset at, CancellationToken cancel)
    {
        await Counter.ExecuteUpdateAsync(row => row.SetProperty(it => it.LastNumber, it => it.LastNumber + 1), cancel);
        var number = await Counter.Select(row => row.LastNumber).SingleAsync(cancel);
        var ticket = new Ticket
        {
            Number = TicketNumber.Of(number),
            Key = draft.Key,
            Type = draft.Type,
            Subject = draft.Subject,
            Body = draft.Body,
            Severity = draft.Severity,
            CreatedAt = at,
            ChangedAt = at,
        };
        db.Tickets.Add(ticket);
        Note(ticket, TicketAudit.Opened, ticket.State, note: null, at, by: null);
        return ticket;
    }

    /// <summary>Puts another text into a ticket, within <see cref="WriteAsync"/>.</summary>
    public void Amend(Ticket ticket, TicketDraft draft, DateTimeOffset at)
    {
        (ticket.Subject, ticket.Body, ticket.Severity) = (draft.Subject, draft.Body, draft.Severity);
        Change(ticket, "amended", ticket.State, note: null, at);
    }

    /// <summary>Gives a ticket another state, within <see cref="WriteAsync"/>.</summary>
    /// <param name="what">A stable word for the history.</param>
    /// <param name="note">For the requester; null leaves what is written there.</param>
    /// <param name="by">Who did it; null where that is not known.</param>
    public void Set(Ticket ticket, TicketState state, string what, string? note, DateTimeOffset at, Person? by = null)
    {
        var before = ticket.State;
        ticket.State = state;
        ticket.Note = note ?? ticket.Note;
        Change(ticket, what, before, note, at, by);
    }

    /// <summary>
    /// Puts a note for the desk alone into a ticket's history, within <see cref="WriteAsync"/>. For its requester nothing changes: neither
    /// their note nor the time of the last change, by which the bot looks for what is new.
    /// </summary>
    public void NoteWork(Ticket ticket, string text, DateTimeOffset at, Person? by)
    {
        ticket.Version++;
        Note(ticket, WorkNote, ticket.State, text, at, by);
    }

    /// <summary>Puts what the requester says into a ticket's history, within <see cref="WriteAsync"/>; the desk's own note stays.</summary>
    /// <param name="what">A stable word for the history.</param>
    public void Hear(Ticket ticket, TicketState state, string what, string said, DateTimeOffset at)
    {
        var before = ticket.State;
        ticket.State = state;
        Change(ticket, what, before, said, at);
    }

    /// <summary>
    /// Puts a file into a ticket, within <see cref="WriteAsync"/>. History and audit chain name it and say what it hashes to, so that it
    /// can be told later whether it is still the same.
    /// </summary>
    /// <param name="file">Of a name that the ticket has not: see <see cref="HasFileAsync"/>.</param>
    public void Attach(Ticket ticket, DeskFile file, DateTimeOffset at)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        db.TicketFiles.Add(new()
        {
            Number = ticket.Number,
            Name = file.Name,
            ContentType = file.ContentType,
            Size = file.Content.Length,
            Sha256 = hash,
            Content = file.Content.ToArray(),
            At = at,
        });
        var note = string.Create(CultureInfo.InvariantCulture, $"{file.Name}, {file.Content.Length} bytes, SHA-256 {hash}");
        Change(ticket, "attached", ticket.State, note, at);
    }

    public Task<bool> HasFileAsync(string number, string name, CancellationToken cancel) =>
        db.TicketFiles.AnyAsync(file => file.Number == number && file.Name == name, cancel);

    /// <returns>A ticket's files without their content, oldest first.</returns>
    public async Task<IReadOnlyList<TicketFileLine>> FilesAsync(string number, CancellationToken cancel) =>
        await db.TicketFiles.Where(file => file.Number == number).OrderBy(file => file.At).ThenBy(file => file.Name)
            .Select(file => new TicketFileLine(file.Name, file.ContentType, file.Size, file.Sha256, file.At)).ToListAsync(cancel);

    /// <returns>A file with its content; null where the ticket has none of that name.</returns>
    public Task<TicketFile?> FileAsync(string number, string name, CancellationToken cancel) =>
        db.TicketFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Number == number && file.Name == name, cancel);

    /// <returns>What the desk wrote to the requesters of these tickets, by number, oldest first.</returns>
    public async Task<ILookup<string, TicketAuditEntry>> NotesAsync(IReadOnlyCollection<string> numbers, CancellationToken cancel) =>
        (await db.TicketAuditEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.Number) && entry.What == ToRequester && entry.Note != null)
            .OrderBy(entry => entry.Number).ThenBy(entry => entry.Version).ToListAsync(cancel))
        .ToLookup(entry => entry.Number);

    /// <param name="keyOrNumber">The request's key or the ticket's number, as they are written everywhere.</param>
    /// <returns>To be changed within this unit of work.</returns>
    public Task<Ticket?> FindAsync(string keyOrNumber, CancellationToken cancel) =>
        db.Tickets.FirstOrDefaultAsync(ticket => ticket.Number == keyOrNumber || ticket.Key == keyOrNumber, cancel);

    /// <returns>Every key and every number.</returns>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancel) =>
        [
            .. (await db.Tickets.Select(ticket => new { ticket.Key, ticket.Number }).ToListAsync(cancel)).SelectMany(it =>
                (string[])[it.Key, it.Number]),
        ];

    /// <returns>Tickets that changed after a time, oldest change first.</returns>
    public async Task<IReadOnlyList<Ticket>> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancel) =>
        await db
            .Tickets.AsNoTracking()
            .Where(ticket => ticket.ChangedAt > after)
            .OrderBy(ticket => ticket.ChangedAt)
            .Take(most)
            .ToListAsync(cancel);

    /// <param name="states">None means every state.</param>
    /// <returns>Newest change first.</returns>
    public async Task<IReadOnlyList<Ticket>> ListAsync(IReadOnlyCollection<TicketState> states, CancellationToken cancel) =>
        await db.Tickets.AsNoTracking().Where(ticket => states.Count == 0 || states.Contains(ticket.State))
            .OrderByDescending(ticket => ticket.ChangedAt).ToListAsync(cancel);

    /// <returns>What was done to it, in order.</returns>
    public async Task<IReadOnlyList<TicketAuditEntry>> HistoryAsync(string number, CancellationToken cancel) =>
        await db
            .TicketAuditEntries.AsNoTracking()
            .Where(entry => entry.Number == number)
            .OrderBy(entry => entry.Version)
            .ToListAsync(cancel);

    private IQueryable<DeskCounter> Counter => db.DeskCounters.Where(row => row.Id == DeskCounter.TheOne);

    // The first statement waits for the row that the others hold; only then the last time is read.
    private async Task<DateTimeOffset> TakeAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await Counter.ExecuteUpdateAsync(row => row.SetProperty(it => it.LastNumber, it => it.LastNumber), cancel);
        var last = await Counter.Select(row => row.LastChange).SingleAsync(cancel);
        var whole = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Tick), TimeSpan.Zero);
        var time = whole > last ? whole : last.AddTicks(Tick);
        await Counter.ExecuteUpdateAsync(row => row.SetProperty(it => it.LastChange, time), cancel);
        return time;
    }

    private void Change(Ticket ticket, string what, TicketState before, string? note, DateTimeOffset at, Person? by = null)
    {
        ticket.ChangedAt = at;
        ticket.Version++;
        Note(ticket, what, before, note, at, by);
    }

    // The history of the desk, and the audit chain: both in the commit of the change. Who did it stands in the chain alone.
    private void Note(Ticket ticket, string what, TicketState before, string? note, DateTimeOffset at, Person? by)
    {
        var entry = new TicketAuditEntry
        {
            Number = ticket.Number,
            Version = ticket.Version,
            At = at,
            What = what,
            State = ticket.State,
            Note = note,
        };
        db.TicketAuditEntries.Add(entry);
        db.Audit(TicketAudit.Of(ticket.Key, entry, before) with { By = by });
    }
}
