using System.Globalization;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>The DR events of one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class RecoveryStore(BotDb db)
{
    /// <summary>In place of a tenant: whichever it is. For local mode, where all that reaches the bot is one and the same client.</summary>
    public const string AnyTenant = "*";

    /// <summary>What stands before a person's id in the audience of a card that was drawn for them alone.</summary>
    internal const string AudienceMark = "person:";

    public async Task<RecoveryEvent?> FindAsync(Guid id, CancellationToken cancel) =>
        (db.RecoveryEvents.Local.FindEntry(id)?.Entity ?? await Rows.FirstOrDefaultAsync(row => row.Id == id, cancel))?.Read();

    public Task<IReadOnlyList<RecoveryEvent>> FindByNumbersAsync(
        string? tenant,
        IReadOnlyCollection<int> numbers,
        CancellationToken cancel) => ReadAsync(Of(tenant).Where(row => numbers.Contains(row.Number)).OrderBy(row => row.Number), cancel);

    /// <summary>The event of a number, of whichever tenant: for whoever runs the bot.</summary>
    public async Task<RecoveryEvent?> FindByNumberAsync(int number, CancellationToken cancel) =>
        (await Rows.FirstOrDefaultAsync(row => row.Number == number, cancel))?.Read();

    /// <summary>Those that came of a request, the newest first.</summary>
    public Task<IReadOnlyList<RecoveryEvent>> OfRequestAsync(Guid request, CancellationToken cancel) =>
        ReadAsync(Rows.Where(row => row.RequestId == request).OrderByDescending(row => row.Number), cancel);

    /// <summary>Events that are not over, the newest first.</summary>
    public Task<IReadOnlyList<RecoveryEvent>> OpenAsync(string? tenant, int most, CancellationToken cancel) =>
        ReadAsync(Of(tenant).Where(row => row.IsOpen).OrderByDescending(row => row.Number).Take(most), cancel);

    /// <summary>Open ones, and those that ended last; the newest first.</summary>
    public Task<IReadOnlyList<RecoveryEvent>> LatestAsync(string? tenant, int most, CancellationToken cancel) =>
        ReadAsync(Of(tenant).OrderByDescending(row => row.IsOpen).ThenByDescending(row => row.Number).Take(most), cancel);

    /// <summary>Of every tenant: open ones, and those changed since; the newest first.</summary>
    public Task<IReadOnlyList<RecoveryEvent>> SinceAsync(DateTimeOffset since, int most, CancellationToken cancel) =>
        ReadAsync(
            Rows.Where(row => row.IsOpen || row.ChangedAt >= since)
                .OrderByDescending(row => row.IsOpen)
                .ThenByDescending(row => row.Number)
                .Take(most),
            cancel);

    /// <summary>How many that somebody declared since then are over.</summary>
    public async Task<int> EndedOfAsync(string? tenant, string personId, DateTimeOffset since, CancellationToken cancel) =>
        (await ReadAsync(Of(tenant).Where(row => !row.IsOpen && row.DeclaredAt >= since), cancel))
            .Count(drEvent => drEvent.IsDeclaredBy(personId));

    /// <summary>
    /// The number a new event would take; never one that was given before. Two may take the same: then one of them loses the race.
    /// </summary>
    public async Task<int> NextNumberAsync(CancellationToken cancel) =>
        Math.Max(await Rows.MaxAsync(row => (int?)row.Number, cancel) ?? 0, await db.SpentNames.MaxAsync(row => row.Number, cancel) ?? 0)
        + 1;

    /// <summary>
    /// Keeps a change. When it is saved, the version before it must be the newest and its systems must have no other open event, or the
    /// unit of work loses the race (<see cref="BotDb.IsConcurrencyConflict"/>).
    /// </summary>
    /// <param name="origin">The reference of the conversation where it was declared, as JSON; null leaves what is stored.</param>
    /// <param name="by">Who did what no line of its timeline tells of, for the audit chain; null for the bot.</param>
    public async Task PutAsync(RecoveryEvent next, string? origin, Person? by, DateTimeOffset at, CancellationToken cancel)
    {
        var row =
            db.RecoveryEvents.Local.FindEntry(next.Id)?.Entity
            ?? await db.RecoveryEvents.FirstOrDefaultAsync(kept => kept.Id == next.Id, cancel)
            ?? db.RecoveryEvents.Add(new RecoveryRow { Id = next.Id }).Entity;
        if (db.Entry(row).State is not EntityState.Added && row.Version != next.Version - 1)
            db.Entry(row).Property(kept => kept.Version).OriginalValue = next.Version - 1;

        var before = db.Entry(row).State is EntityState.Added && row.Version == 0 ? null : row.Read();
        foreach (var record in EventAudit.Of(before, next, by, at))
            db.Audit(record);
        row.Write(next, at);
        row.Origin = origin ?? row.Origin;
        row.Trace = TraceMark.Current;
        await HoldSystemsAsync(next, cancel);
    }

    /// <summary>The same for what the bot did, or a line of its timeline tells of.</summary>
    public Task PutAsync(RecoveryEvent next, string? origin, DateTimeOffset at, CancellationToken cancel) =>
        PutAsync(next, origin, by: null, at, cancel);

    /// <summary>The way to the conversation where it was declared, as JSON.</summary>
    public Task<string?> OriginAsync(Guid id, CancellationToken cancel) =>
        Rows.Where(row => row.Id == id).Select(row => row.Origin).FirstOrDefaultAsync(cancel);

    /// <summary>The traces of what made the newest versions, by id of the event; those without one are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> TracesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await Rows.Where(row => ids.Contains(row.Id) && row.Trace != null).ToDictionaryAsync(row => row.Id, row => row.Trace!, cancel);

    /// <summary>The tenant of the client in local mode; null where none has shown itself.</summary>
    public async Task<string?> LocalTenantAsync(CancellationToken cancel) =>
        await db.Channels.OrderByDescending(channel => channel.ChangedAt).Select(channel => channel.Tenant).FirstOrDefaultAsync(cancel)
        ?? await db.Conversations.OrderByDescending(place => place.UpdatedAt).Select(place => place.TenantId).FirstOrDefaultAsync(cancel);

    /// <summary>Which of the events were announced in this thread of a channel.</summary>
    public async Task<IReadOnlyList<Guid>> AnnouncedInAsync(
        string conversationId, IReadOnlyCollection<Guid> events, CancellationToken cancel) => await db.Deliveries
        .Where(sent => sent.ConversationId == conversationId && events.Contains(sent.EventId))
        .Select(sent => sent.EventId)
        .ToListAsync(cancel);

    private IQueryable<RecoveryRow> Rows => db.RecoveryEvents.AsNoTracking();

    private IQueryable<RecoveryRow> Of(string? tenant) => tenant == AnyTenant ? Rows : Rows.Where(row => row.Tenant == tenant);

    private async Task HoldSystemsAsync(RecoveryEvent next, CancellationToken cancel)
    {
        var held = await db.OpenSystems.Where(row => row.EventId == next.Id).ToListAsync(cancel);
        var wanted = next.IsOver ? [] : next.Systems.Select(pair => pair.Primary.ToUpper(CultureInfo.InvariantCulture)).ToHashSet();
        db.OpenSystems.RemoveRange(held.Where(row => !wanted.Contains(row.Primary)));
        db.OpenSystems.AddRange(
            wanted
                .Except(held.Select(row => row.Primary))
                .Select(primary => new OpenSystem
                {
                    Tenant = next.Tenant ?? "",
                    Primary = primary,
                    IsDrill = next.IsDrill,
                    EventId = next.Id,
                }));
    }

    private static async Task<IReadOnlyList<RecoveryEvent>> ReadAsync(IQueryable<RecoveryRow> rows, CancellationToken cancel) =>
        [.. (await rows.ToListAsync(cancel)).Select(row => row.Read())];
}
