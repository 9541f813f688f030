using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>
/// Forgets a person: what need not stay goes, what has to stay loses the name, at once or, where it is open, when it ends.
/// </summary>
public sealed class Forgetting(BotDb db)
{
    private const string Personal = "personal";

    /// <summary>Whom the audit chain calls forgotten.</summary>
    private const string Nobody = "-";

    /// <summary>Within a transaction that the caller has open and commits.</summary>
    /// <param name="at">What is begun later is not meant.</param>
    public async Task DoAsync(string personId, DateTimeOffset at, CancellationToken cancel)
    {
        await new RequestSweep(db).DraftsOfAsync(personId, at, cancel);
        await DropRemindersAsync(personId, cancel);
        await LeaveAsync(personId, cancel);
        await new NameRemoval(db).DoAsync(personId, at, cancel);
        db.Audit(new(AuditSubjects.Person, Nobody, "forgotten", at) { Erases = await ErasureAsync(personId, at, cancel) });
        await MarkAsync(personId, at, cancel);
    }

    /// <summary>
    /// Goes on with those who asked to be forgotten while they took part in something open: what has ended since loses their name. A few at
    /// a time, each in a transaction of its own.
    /// </summary>
    /// <param name="after">The id of the last one before; empty for the first.</param>
    /// <returns>The id of the last one; null when there are no more.</returns>
    public async Task<string?> GoOnAsync(string after, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var people = await db
            .ForgottenPeople.AsNoTracking()
            .Where(row => row.PersonId.CompareTo(after) > 0)
            .OrderBy(row => row.PersonId)
            .Take(most)
            .ToListAsync(cancel);
        foreach (var person in people)
        {
            await using var commit = await db.Database.BeginTransactionAsync(cancel);
            await new NameRemoval(db).DoAsync(person.PersonId, person.At, cancel);
            var erasure = await ErasureAsync(person.PersonId, person.At, cancel);
            db.Audit(new(AuditSubjects.Person, Nobody, "forgotten-later", now) { Erases = erasure with { IsQuietWithout = true } });
            if (!await HasLeftAsync(person.PersonId, person.At, cancel))
                await db.ForgottenPeople.Where(row => row.PersonId == person.PersonId && row.At == person.At).ExecuteDeleteAsync(cancel);
            await commit.CommitAsync(cancel);
        }

        return people is [.., var last] ? last.PersonId : null;
    }

    // What is open keeps its entries whole until it ends, as it keeps their name.
    private async Task<AuditErasure> ErasureAsync(string personId, DateTimeOffset upTo, CancellationToken cancel)
    {
        var records = (await new PersonReader(db).ReadAsync(personId, cancel)).All;
        return AuditErasure.OfActor(
            personId,
            upTo,
            [.. records.Where(record => record.Fate is RecordFate.StaysForNow).Select(record => record.Name)],
            [.. records.Where(record => record.Fate is RecordFate.LosesName && record.Begun <= upTo).Select(record => record.Name)]);
    }

    private async Task DropRemindersAsync(string personId, CancellationToken cancel)
    {
        var kind = OutboxMessageKinds.Of(typeof(OutboxMessage.Remind));
        await db
            .OutboxMessages.Where(message =>
                message.Kind == kind && db.Requests.Any(row => row.Id == message.SubjectId && row.OwnerId == personId))
            .ExecuteDeleteAsync(cancel);
    }

    // A team stays reachable, and whoever added the bot keeps the right that goes with it: by id.
    private async Task LeaveAsync(string personId, CancellationToken cancel)
    {
        await db.Viewers.Where(row => row.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Conversations.Where(row => row.InstalledById == personId && row.Kind == Personal).ExecuteDeleteAsync(cancel);
        await db
            .Conversations.Where(row => row.InstalledById == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.InstalledByName, (string?)null), cancel);
        await db
            .Subscriptions.Where(row => row.ById == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ByName, row => row.ById), cancel);
        await db
            .GrantedRoles.Where(row => row.HolderId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderName, row => row.HolderId), cancel);
        await db
            .GrantedRoles.Where(row => row.ById == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ByName, row => row.ById), cancel);
    }

    private async Task MarkAsync(string personId, DateTimeOffset at, CancellationToken cancel)
    {
        await db.ForgottenPeople.Where(row => row.PersonId == personId).ExecuteDeleteAsync(cancel);
        if (!await HasLeftAsync(personId, at, cancel))
            return;

        db.ForgottenPeople.Add(new() { PersonId = personId, At = at });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> HasLeftAsync(string personId, DateTimeOffset upTo, CancellationToken cancel) =>
        (await new PersonReader(db).ReadAsync(personId, cancel)).All.Any(record =>
            record.Begun <= upTo && (record.Fate == RecordFate.StaysForNow || (record.Fate == RecordFate.LosesName && record.IsNamed)));
}
