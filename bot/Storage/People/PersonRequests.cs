using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>The requests that know a person: their own, and those of others in which they did something.</summary>
internal sealed class PersonRequests(BotDb db)
{
    public async Task<IReadOnlyList<RequestRow>> RowsAsync(string personId, CancellationToken cancel)
    {
        var own = await db.Requests.AsNoTracking().Where(row => row.OwnerId == personId).ToListAsync(cancel);
        var others = await db.Requests.AsNoTracking()
            .Where(row => row.OwnerId != personId && db.RequestDeeds.Any(deed => deed.ById == personId && deed.RequestId == row.Id)).ToListAsync(cancel);
        return [.. own, .. others];
    }

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(string personId, CancellationToken cancel)
    {
        var named = (await db.RequestDeeds.Where(deed => deed.ById == personId && deed.ByName != null && deed.ByName != "" && deed.ByName != personId)
            .Select(deed => deed.RequestId).Distinct().ToListAsync(cancel)).ToHashSet();
        return
        [
            .. (await RowsAsync(personId, cancel)).Select(row =>
                new PersonalRecord(KindOf(row, personId), row.Key, row.CreatedAt, row.ChangedAt, named.Contains(row.Id) || NamesInJson.IsNamed(row.Document, personId))
                {
                    Type = row.Type,
                }),
        ];
    }

    public static RecordKind KindOf(RequestRow row, string personId)
    {
        var isOwn = row.OwnerId == personId;
        if (!WasConfirmed(row))
            return isOwn ? RecordKind.Draft : RecordKind.OthersOpen;
        // What its owner changes at the moment will be open again.
        var isOpen = row.IsOpen || row.State is RequestState.Filling or RequestState.Reviewing;
        return isOpen ? isOwn ? RecordKind.OwnOpen : RecordKind.OthersOpen : isOwn ? RecordKind.OwnEnded : RecordKind.OthersEnded;
    }

    private static bool WasConfirmed(RequestRow row) =>
        row.State is not (RequestState.Cancelled or RequestState.Expired)
        && (row.State is not (RequestState.Filling or RequestState.Reviewing) || row.Read().ConfirmedAt is not null);
}
