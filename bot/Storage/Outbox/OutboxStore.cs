using System.Text.Json;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>
/// What is to be done outside because of what was committed. <see cref="Add"/> is saved by the caller together with the change; every other
/// change is made at once, by one statement, or within the transaction that the caller has open.
/// </summary>
public sealed class OutboxStore(BotDb db)
{
    public void Add(OutboxMessage message, DateTimeOffset now) => db.OutboxMessages.Add(new OutboxRow
    {
        Kind = OutboxMessageKinds.Of(message),
        SubjectId = message.Subject.Id,
        SubjectKind = message.Subject.Kind,
        Json = OutboxJson.Write(message),
        Due = message.Due ?? now,
        FirstDue = message.Due ?? now,
        Trace = TraceMark.Current,
        MayBeDuplicate = message.MayBeDuplicate,
    });

    /// <summary>
    /// Those of one request or event that are of this kind and not done: also what waits for its time, and what was given up.
    /// </summary>
    /// <exception cref="JsonException">One is no message of this version.</exception>
    public async Task<IReadOnlyList<T>> OpenAsync<T>(Subject subject, CancellationToken cancel)
        where T : OutboxMessage
    {
        var rows = await db
            .OutboxMessages.AsNoTracking()
            .Where(row => row.SubjectId == subject.Id && row.Kind == OutboxMessageKinds.Of(typeof(T)))
            .ToListAsync(cancel);
        return [.. rows.Select(row => (T)OutboxJson.Read(row.Json) with { Due = row.Due })];
    }

    /// <summary>
    /// Takes messages that are due, oldest first. Of one request it is one at a time: the next is free when that one is handled, dead,
    /// or put off to a later time. A claim that ran out counts as an attempt.
    /// </summary>
    /// <param name="claimer">Who takes them: unlike any other claimer's name, of this process and of others.</param>
    /// <param name="lease">How long nobody else gets them.</param>
    public Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(
        string claimer,
        DateTimeOffset now,
        TimeSpan lease,
        int most,
        CancellationToken cancel) => ClaimAsync(db.OutboxMessages, claimer, now, lease, most, cancel);

    /// <summary>
    /// The same for the messages of one request: those of the turn that was just committed. At most one comes back, see
    /// <see cref="ClaimAsync(string, DateTimeOffset, TimeSpan, int, CancellationToken)"/>.
    /// </summary>
    public Task<IReadOnlyList<ClaimedMessage>> ClaimForAsync(
        Subject subject, string claimer, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync(db.OutboxMessages.Where(row => row.SubjectId == subject.Id), claimer, now, lease, most, cancel);

    /// <returns>False when the claim had run out and somebody else has it.</returns>
    public async Task<bool> DoneAsync(long id, string claimer, CancellationToken cancel) =>
        await Held(id, claimer).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Puts it off after an attempt in vain.</summary>
    /// <param name="isOutcomeUnknown">Whether it was done all the same, nobody knows.</param>
    /// <returns>False when the claim had run out and somebody else has it.</returns>
    public async Task<bool> LaterAsync(
        long id, string claimer, DateTimeOffset due, string fault, bool isOutcomeUnknown, CancellationToken cancel) =>
        await Held(id, claimer).ExecuteUpdateAsync(
            row => row
                .SetProperty(it => it.Attempt, it => it.Attempt + 1)
                .SetProperty(it => it.MayBeDuplicate, it => it.MayBeDuplicate || isOutcomeUnknown)
                .SetProperty(it => it.Due, due)
                .SetProperty(it => it.LastFault, fault)
                .SetProperty(it => it.ClaimedBy, (string?)null)
                .SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null),
            cancel) == 1;

    /// <summary>Gives it up. It is kept to be looked at, and holds nothing back.</summary>
    /// <returns>False when the claim had run out and somebody else has it.</returns>
    public async Task<bool> MoveToDeadLettersAsync(long id, string claimer, string fault, CancellationToken cancel) =>
        await Held(id, claimer).ExecuteUpdateAsync(
            row => row
                .SetProperty(it => it.IsDeadLetter, true)
                .SetProperty(it => it.LastFault, fault)
                .SetProperty(it => it.ClaimedBy, (string?)null)
                .SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null),
            cancel) == 1;

    /// <returns>When there may be something to claim; it may lie in the past. Null when nothing is left.</returns>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancel) =>
        FirstInLine(db.OutboxMessages, now).MinAsync(row => (DateTimeOffset?)(row.ClaimedUntil ?? row.Due), cancel);

    /// <summary>What is not done, by kind. One look through what is there: that is little, for what is done is gone.</summary>
    public async Task<IReadOnlyList<OutboxBacklog>> BacklogAsync(DateTimeOffset now, CancellationToken cancel) => await db.OutboxMessages
        .GroupBy(row => row.Kind)
        .Select(kind => new OutboxBacklog(
            kind.Key,
            kind.Count(row => !row.IsDeadLetter && (row.FirstDue ?? row.Due) <= now),
            kind.Count(row => !row.IsDeadLetter && (row.FirstDue ?? row.Due) > now),
            kind.Count(row => row.IsDeadLetter),
            kind.Min(row => !row.IsDeadLetter && (row.FirstDue ?? row.Due) <= now ? (DateTimeOffset?)(row.FirstDue ?? row.Due) : null)))
        .ToListAsync(cancel);

    private async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(
        IQueryable<OutboxRow> among, string claimer, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel)
    {
        var free = await Free(among, now).OrderBy(row => row.Id).Take(most).AsNoTracking().ToListAsync(cancel);
        var claimed = new List<ClaimedMessage>();
        foreach (var row in free)
            if (
                await TakeAsync(row.Id, claimer, now, now + lease, cancel)
                && await ReadAsync(row, claimer, now + lease, cancel) is { } message)
                claimed.Add(message);

        return claimed;
    }

    // The condition is asked again by the statement that takes it: of several claimers who found the same message free, one gets it.
    private async Task<bool> TakeAsync(long id, string claimer, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel) =>
        await Free(db.OutboxMessages.Where(row => row.Id == id), now).ExecuteUpdateAsync(
            row => row
                .SetProperty(it => it.Attempt, it => it.ClaimedBy == null ? it.Attempt : it.Attempt + 1)
                .SetProperty(it => it.MayBeDuplicate, it => it.MayBeDuplicate || it.ClaimedBy != null)
                .SetProperty(it => it.ClaimedBy, claimer)
                .SetProperty(it => it.ClaimedUntil, until),
            cancel) == 1;

    private async Task<ClaimedMessage?> ReadAsync(OutboxRow row, string claimer, DateTimeOffset until, CancellationToken cancel)
    {
        try
        {
            var attempt = row.ClaimedBy is null ? row.Attempt : row.Attempt + 1;
            // Whoever had it has not come back.
            var message = OutboxJson.Read(row.Json) with
            {
                Due = row.Due,
                MayBeDuplicate = row.MayBeDuplicate || row.ClaimedBy is not null,
            };
            return new ClaimedMessage(row.Id, message, attempt, until)
            {
                Trace = row.Trace,
                FirstDue = row.FirstDue ?? row.Due,
            };
        }
        catch (JsonException fault)
        {
            await MoveToDeadLettersAsync(row.Id, claimer, $"It cannot be read: {fault.Message}", cancel);
            return null;
        }
    }

    private IQueryable<OutboxRow> Free(IQueryable<OutboxRow> among, DateTimeOffset now) =>
        FirstInLine(among, now).Where(row => row.Due <= now && (row.ClaimedUntil == null || row.ClaimedUntil <= now));

    // A message of the same request that was committed earlier goes first, unless its own time has not come.
    private IQueryable<OutboxRow> FirstInLine(IQueryable<OutboxRow> among, DateTimeOffset now) =>
        among.Where(row =>
            !row.IsDeadLetter
            && OutboxMessageKinds.All.Contains(row.Kind)
            && !db.OutboxMessages.Any(earlier =>
                earlier.SubjectId == row.SubjectId && earlier.Id < row.Id && !earlier.IsDeadLetter && earlier.Due <= now));

    private IQueryable<OutboxRow> Held(long id, string claimer) => db.OutboxMessages.Where(row => row.Id == id && row.ClaimedBy == claimer);
}
