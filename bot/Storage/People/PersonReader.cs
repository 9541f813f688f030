using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>Finds what is stored about one person, by their id; a name is no identity.</summary>
public sealed class PersonReader(BotDb db)
{
    private const string Personal = "personal";

    public async Task<PersonalRecords> ReadAsync(string personId, CancellationToken cancel)
    {
        List<PersonalRecord> all =
        [
            .. await new PersonRequests(db).ReadAsync(personId, cancel),
            .. (await EventsAsync(personId, cancel)).Select(row => Of(row, personId)),
            .. await PlacesAsync(personId, cancel),
            .. await RemindersAsync(personId, cancel),
        ];
        var mark = await db.ForgottenPeople.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == personId, cancel);
        return new(
            personId, [.. all.OrderByDescending(record => record.At).ThenBy(record => record.Name, StringComparer.Ordinal)], mark?.At);
    }

    /// <summary>The DR events that know them.</summary>
    internal async Task<IReadOnlyList<RecoveryRow>> EventsAsync(string personId, CancellationToken cancel)
    {
        var sign = NamesInJson.Sign(personId);
        var rows = await db.RecoveryEvents.AsNoTracking().Where(row => row.Document.Contains(sign)).ToListAsync(cancel);
        return [.. rows.Where(row => NamesInJson.Knows(row.Document, personId))];
    }

    private static PersonalRecord Of(RecoveryRow row, string personId) => new(
        row.IsOpen ? RecordKind.EventOpen : RecordKind.EventEnded,
        RecoveryKey.Of(row.Number),
        row.DeclaredAt,
        row.ChangedAt,
        NamesInJson.IsNamed(row.Document, personId));

    private async Task<IReadOnlyList<PersonalRecord>> PlacesAsync(string personId, CancellationToken cancel)
    {
        var places = await db.Conversations.AsNoTracking().Where(row => row.InstalledById == personId).ToListAsync(cancel);
        var following = await db.Subscriptions.AsNoTracking().Where(row => row.ById == personId).ToListAsync(cancel);
        var roles = await db.GrantedRoles.AsNoTracking().Where(row => row.HolderId == personId || row.ById == personId).ToListAsync(cancel);
        var links = await db.Viewers.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancel);
        return
        [
            .. places.Select(row =>
                row.Kind == Personal
                    ? new PersonalRecord(RecordKind.Chat, "", row.UpdatedAt, row.UpdatedAt, row.InstalledByName is not null)
                    : new PersonalRecord(
                        RecordKind.Place, row.TeamName ?? "", row.UpdatedAt, row.UpdatedAt, row.InstalledByName is not null)),
            .. following.Select(row => new PersonalRecord(
                RecordKind.Following, row.System, row.At, row.At, row.ByName is { Length: > 0 } name && name != personId)),
            .. roles.Select(row => new PersonalRecord(RecordKind.Role, row.Role, row.At, row.At, IsNamed(row, personId))),
            .. links.Select(row => new PersonalRecord(RecordKind.Link, "", row.Until, row.Until)),
        ];
    }

    private static bool IsNamed(GrantedRole row, string personId) =>
        (row.HolderId == personId && row.HolderName != personId) || (row.ById == personId && row.ByName != personId);

    private async Task<IReadOnlyList<PersonalRecord>> RemindersAsync(string personId, CancellationToken cancel)
    {
        var kind = OutboxMessageKinds.Of(typeof(OutboxMessage.Remind));
        return
        [
            .. (
                await db
                    .Requests.AsNoTracking()
                    .Where(row => row.OwnerId == personId)
                    .Join(
                        db.OutboxMessages.Where(message => message.Kind == kind),
                        row => row.Id,
                        message => message.SubjectId,
                        (row, message) => new { row.Key, message.Due })
                    .ToListAsync(cancel)).Select(it => new PersonalRecord(RecordKind.Reminder, it.Key, it.Due, it.Due)),
        ];
    }
}
