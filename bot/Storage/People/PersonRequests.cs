using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>The requests that know a person: their own, and those of others in which they did something.</summary>
internal sealed class PersonRequests(BotDb db)
{
    private static readonly string[] ForTheDesk =
    [
        OutboxMessageKinds.Of(typeof(OutboxMessage.OpenTicket)),
        OutboxMessageKinds.Of(typeof(OutboxMessage.AmendTicket)),
        OutboxMessageKinds.Of(typeof(OutboxMessage.WithdrawTicket)),
    ];

    public async Task<IReadOnlyList<RequestRow>> RowsAsync(string personId, CancellationToken cancel)
    {
        var own = await db.Requests.AsNoTracking().Where(row => row.OwnerId == personId).ToListAsync(cancel);
        var others = await db
            .Requests.AsNoTracking()
            .Where(row =>
                row.OwnerId != personId && db.RequestAuditEntries.Any(entry => entry.ById == personId && entry.RequestId == row.Id))
            .ToListAsync(cancel);
        return [.. own, .. others];
    }

    /// <summary>The same, each with what it is to the person.</summary>
    public async Task<IReadOnlyList<(RequestRow Row, RecordKind Kind)>> KindsAsync(string personId, CancellationToken cancel)
    {
        var rows = await RowsAsync(personId, cancel);
        var ids = rows.Select(row => row.Id).ToList();
        var awaited = (
            await db
                .OutboxMessages.Where(message =>
                    ids.Contains(message.SubjectId) && !message.IsDeadLetter && ForTheDesk.Contains(message.Kind))
                .Select(message => message.SubjectId)
                .ToListAsync(cancel)).ToHashSet();
        return [.. rows.Select(row => (row, KindOf(row, row.OwnerId == personId, awaited.Contains(row.Id))))];
    }

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(string personId, CancellationToken cancel)
    {
        var named = (
            await db
                .RequestAuditEntries.Where(entry =>
                    entry.ById == personId && entry.ByName != null && entry.ByName != "" && entry.ByName != personId)
                .Select(entry => entry.RequestId)
                .Distinct()
                .ToListAsync(cancel)).ToHashSet();
        return
        [
            .. (await KindsAsync(personId, cancel)).Select(it => new PersonalRecord(
                it.Kind,
                it.Row.Key,
                it.Row.CreatedAt,
                it.Row.ChangedAt,
                named.Contains(it.Row.Id) || NamesInJson.IsNamed(it.Row.Document, personId))),
        ];
    }

    // What was taken back, and the desk has not heard so yet, is still being worked on there.
    private static RecordKind KindOf(RequestRow row, bool isOwn, bool isAwaitedAtTheDesk)
    {
        if (!WasConfirmed(row))
            return isOwn ? RecordKind.Draft : RecordKind.OthersOpen;
        // What its owner changes at the moment will be open again.
        // Nor is anything to come of what its desk tells nothing about.
        var isHeardOf = row.State is not RequestState.Filed || !row.Document.Contains(RequestRow.Silent, StringComparison.Ordinal);
        var isOpen = (row.IsOpen && isHeardOf) || isAwaitedAtTheDesk || row.State is RequestState.Filling or RequestState.Reviewing;
        return isOpen ? isOwn ? RecordKind.OwnOpen : RecordKind.OthersOpen : isOwn ? RecordKind.OwnEnded : RecordKind.OthersEnded;
    }

    private static bool WasConfirmed(RequestRow row) =>
        row.State is not (RequestState.Cancelled or RequestState.Expired)
        && (row.State is not (RequestState.Filling or RequestState.Reviewing) || row.Read().ConfirmedAt is not null);
}
