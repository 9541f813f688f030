using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Requests;

/// <summary>The requests of one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class RequestStore(BotDb db)
{
    private static readonly CompiledQuery<Func<BotDb, int, IAsyncEnumerable<Found>>> WaitingAndOpen = new(() =>
        EF.CompileAsyncQuery((BotDb db, int most) =>
            db.Requests.Where(row => row.State == RequestState.AwaitingApproval)
                .OrderBy(row => row.ChangedAt).ThenBy(row => row.Key).Take(most)
                .Select(row => new Found { IsWaiting = true, Key = row.Key, ChangedAt = row.ChangedAt, Document = row.Document })
                .Concat(db.Requests.Where(row => row.IsOpen)
                    .OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Key).Take(most)
                    .Select(row => new Found { IsWaiting = false, Key = row.Key, ChangedAt = row.ChangedAt, Document = row.Document }))));

    private static readonly RequestState[] Undecided = [RequestState.Filling, RequestState.Reviewing, RequestState.AwaitingApproval];

    /// <returns>As it stands, with what this unit of work has changed of it.</returns>
    public async Task<Request?> FindAsync(Guid id, CancellationToken cancel) =>
        (Kept(id) ?? await Rows.FirstOrDefaultAsync(row => row.Id == id, cancel))?.Read();

    /// <param name="keys">As they are written everywhere: <c>RST-7K3QZC</c>.</param>
    public Task<IReadOnlyList<Request>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        ReadAsync(Rows.Where(row => keys.Contains(row.Key)).OrderBy(row => row.Key), cancel);

    public Task<IReadOnlyList<Request>> ByTicketAsync(IReadOnlyCollection<string> numbers, CancellationToken cancel) =>
        ReadAsync(
            Rows.Where(row => row.TicketNumber != null && numbers.Contains(row.TicketNumber)).OrderBy(row => row.TicketNumber), cancel);

    /// <summary>Requests of one person in any state, newest change first.</summary>
    public Task<IReadOnlyList<Request>> OwnAsync(string ownerId, int most, CancellationToken cancel) =>
        ReadAsync(
            Rows.Where(row => row.OwnerId == ownerId).OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Key).Take(most), cancel);

    /// <summary>Drafts of one person, and what waits for an approval; newest change first.</summary>
    public Task<IReadOnlyList<Request>> UndecidedOfAsync(string ownerId, int most, CancellationToken cancel) =>
        ReadAsync(
            Rows.Where(row => row.OwnerId == ownerId && Undecided.Contains(row.State))
                .OrderByDescending(row => row.ChangedAt)
                .ThenBy(row => row.Key)
                .Take(most),
            cancel);

    /// <summary>
    /// Requests that await an approval, the one that was changed longest ago first; and those that are neither drafts nor given up nor
    /// finished, newest change first. Read by one statement.
    /// </summary>
    /// <param name="most">Of each.</param>
    public async Task<(IReadOnlyList<Request> Waiting, IReadOnlyList<Request> Open)> WaitingAndOpenAsync(
        int most, CancellationToken cancel)
    {
        var found = await WaitingAndOpen.For(db)(db, most).ToListAsync(cancel);
        // A database may give the rows of a union in any order.
        return (
            [.. found.Where(it => it.IsWaiting).OrderBy(it => it.ChangedAt).ThenBy(it => it.Key, StringComparer.Ordinal)
                .Select(it => it.Read())],
            [.. found.Where(it => !it.IsWaiting).OrderByDescending(it => it.ChangedAt).ThenBy(it => it.Key, StringComparer.Ordinal)
                .Select(it => it.Read())]);
    }

    /// <summary>How many wait for an approval.</summary>
    public Task<int> AwaitingAsync(CancellationToken cancel) => Rows.CountAsync(row => row.State == RequestState.AwaitingApproval, cancel);

    /// <summary>Requests that are neither drafts nor given up nor finished, newest change first.</summary>
    public Task<IReadOnlyList<Request>> OpenAsync(int most, CancellationToken cancel) =>
        ReadAsync(Rows.Where(row => row.IsOpen).OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Key).Take(most), cancel);

    /// <summary>
    /// Adds a change and what made it. When it is saved, the version before it must be the newest, or the unit of work loses the race
    /// (<see cref="BotDb.IsConcurrencyConflict"/>). Several versions of one request may be added in one unit of work, in order.
    /// </summary>
    /// <param name="origin">The reference of the conversation where its owner is, as JSON; null leaves what is stored.</param>
    /// <exception cref="DbUpdateConcurrencyException">A request that was deleted had its key: the race is lost, and another key is to
    /// be drawn.</exception>
    public async Task PutAsync(Request next, AuditEntry entry, string? origin, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(next.Version, 1);
        cancel.ThrowIfCancellationRequested();
        // Drafts alone take new keys.
        if (next.IsDraft && await db.SpentNames.AnyAsync(spent => spent.Name == next.Key, cancel))
            throw new DbUpdateConcurrencyException($"The key {next.Key} was another request's.");

        var row = Kept(next.Id) ?? (next.Version == 1 ? New(next) : Known(next));
        if (row.Version != next.Version - 1)
            db.Entry(row).Property(kept => kept.Version).OriginalValue = next.Version - 1;

        row.Write(next);
        row.Origin = origin ?? row.Origin;
        db.RequestAuditEntries.Add(new RequestAuditEntry
        {
            RequestId = next.Id,
            Version = next.Version,
            At = at,
            What = entry.What,
            ById = entry.By?.Id,
            ByName = entry.By?.Name,
            Detail = entry.Detail,
        });
        db.Audit(new(AuditSubjects.Request, next.Key, entry.What, at) { Version = next.Version, By = entry.By, Detail = entry.Detail });
    }

    /// <summary>The reference of the conversation where its owner is, as JSON.</summary>
    public async Task<string?> OriginAsync(Guid id, CancellationToken cancel) =>
        Kept(id)?.Origin ?? await Rows.Where(row => row.Id == id).Select(row => row.Origin).FirstOrDefaultAsync(cancel);

    /// <returns>What was done to it, in order.</returns>
    public async Task<IReadOnlyList<RequestAuditEntry>> HistoryAsync(Guid id, CancellationToken cancel) =>
        await db
            .RequestAuditEntries.AsNoTracking()
            .Where(entry => entry.RequestId == id)
            .OrderBy(entry => entry.Version)
            .ToListAsync(cancel);

    private IQueryable<RequestRow> Rows => db.Requests.AsNoTracking();

    private RequestRow? Kept(Guid id) => db.Requests.Local.FindEntry(id)?.Entity;

    private RequestRow New(Request next) => db.Requests.Add(new RequestRow { Id = next.Id }).Entity;

    // Nothing is read: the version is compared when it is saved, and every column except the origin is written.
    private RequestRow Known(Request next)
    {
        var entry = db.Requests.Attach(new RequestRow { Id = next.Id, Version = next.Version - 1 });
        entry.State = EntityState.Modified;
        entry.Property(row => row.Origin).IsModified = false;
        return entry.Entity;
    }

    private static async Task<IReadOnlyList<Request>> ReadAsync(IQueryable<RequestRow> rows, CancellationToken cancel) =>
        [.. (await rows.ToListAsync(cancel)).Select(row => row.Read())];

    private sealed class Found
    {
        public required bool IsWaiting { get; init; }

        public required string Key { get; init; }

        public required DateTimeOffset ChangedAt { get; init; }

        public required string Document { get; init; }

        public Request Read() => RequestJson.Read(Document);
    }
}
