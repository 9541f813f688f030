using System.Text.RegularExpressions;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>
/// Takes a person's name out of what has ended and has to stay: the id stands there in its place, so that an audit can still tell who it
/// was, and whoever reads along cannot. The ways to their chats go too. Within the transaction of the caller.
/// </summary>
internal sealed class NameRemoval(BotDb db)
{
    /// <param name="upTo">What was begun later is not meant.</param>
    public async Task DoAsync(string personId, DateTimeOffset upTo, CancellationToken cancel)
    {
        foreach (var (row, kind) in await new PersonRequests(db).KindsAsync(personId, cancel))
        {
            if (row.CreatedAt <= upTo && kind is RecordKind.OwnEnded or RecordKind.OthersEnded)
                await OfRequestAsync(row, personId, cancel);
        }

        foreach (var row in await new PersonReader(db).EventsAsync(personId, cancel))
        {
            if (!row.IsOpen && row.DeclaredAt <= upTo)
                await OfEventAsync(row, personId, cancel);
        }
    }

    // The version stays: no card has to be updated, and nobody who changes it at the same time runs into a conflict.
    private async Task OfRequestAsync(RequestRow row, string personId, CancellationToken cancel)
    {
        var (isOwn, document) = (row.OwnerId == personId, NamesInJson.Without(row.Document, personId));
        var changed = await db
            .Requests.Where(kept => kept.Id == row.Id && kept.Version == row.Version)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(kept => kept.Document, document).SetProperty(kept => kept.Origin, kept => isOwn ? null : kept.Origin),
                cancel);
        if (changed == 0)
            return;

        await db.RequestAuditEntries.Where(entry => entry.RequestId == row.Id && entry.ById == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.ByName, entry => entry.ById), cancel);
        foreach (var name in NamesInJson.In(row.Document, personId).Where(name => name.Length > 0 && name != personId))
            await OfTicketAsync(row.Key, name, personId, cancel);
        if (!isOwn)
            return;

        // What is in a file nobody knows: it goes as a whole.
        await db.TicketFiles.Where(file => db.Tickets.Any(ticket => ticket.Number == file.Number && ticket.Key == row.Key))
            .ExecuteDeleteAsync(cancel);
        await db.CardPlaces.Where(place => place.SubjectId == row.Id).ExecuteDeleteAsync(cancel);
        await db.OutboxMessages.Where(message => message.SubjectId == row.Id).ExecuteDeleteAsync(cancel);
    }

    // The bot's own desk holds what a desk elsewhere would: who asked, and who approved, by name.
    private async Task OfTicketAsync(string key, string name, string personId, CancellationToken cancel)
    {
        if (
            await db.Tickets.AsNoTracking().Where(ticket => ticket.Key == key).Select(ticket => ticket.Body).FirstOrDefaultAsync(cancel)
            is not { } body)
            return;

        var bare = Regex.Replace(
            body,
            $@"(?<!\w){Regex.Escape(name)}(?!\w)",
            personId.Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
        await db.Tickets.Where(ticket => ticket.Key == key).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.Body, bare), cancel);
    }

    private async Task OfEventAsync(RecoveryRow row, string personId, CancellationToken cancel)
    {
        var isOwn = row.Read().DeclaredBy.Id == personId;
        var document = NamesInJson.Without(row.Document, personId);
        await db
            .RecoveryEvents.Where(kept => kept.Id == row.Id && kept.Version == row.Version)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(kept => kept.Document, document).SetProperty(kept => kept.Origin, kept => isOwn ? null : kept.Origin),
                cancel);
        var audience = $"{RecoveryStore.AudienceMark}{personId}";
        await db.CardPlaces.Where(place => place.SubjectId == row.Id && place.Audience == audience).ExecuteDeleteAsync(cancel);
    }
}
