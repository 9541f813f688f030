using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.People;

/// <summary>Everything that is stored about one person, row by row, for a formal request (GDPR, article 15).</summary>
public sealed class PersonFile(BotDb db)
{
    /// <returns>By table, in the order of <see cref="StoredTables"/>; a table that holds nothing about them is left out.</returns>
    public async Task<JsonObject> MakeAsync(string personId, CancellationToken cancel)
    {
        var requests = await new PersonRequests(db).RowsAsync(personId, cancel);
        var events = await new PersonReader(db).EventsAsync(personId, cancel);
        var (ids, keys) = (requests.Select(row => row.Id).ToList(), requests.Select(row => row.Key).ToList());
        var own = requests.Where(row => row.OwnerId == personId).Select(row => row.Id).ToList();
        var places = await db.Conversations.AsNoTracking().Where(row => row.InstalledById == personId).ToListAsync(cancel);
        var chats = places.Where(row => row.Kind == "personal").Select(row => row.ConversationId).ToList();
        var audience = $"{Recovery.RecoveryStore.AudienceMark}{personId}";
        JsonObject file = [];
        Put("Request", requests);
        Put("RequestAuditEntry", await db.RequestAuditEntries.AsNoTracking().Where(row => ids.Contains(row.RequestId)).ToListAsync(cancel));
        Put(
            "AuditChainEntry",
            await db
                .AuditChainEntries.AsNoTracking()
                .Where(row => row.ActorId == personId)
                .OrderBy(row => row.Sequence)
                .ToListAsync(cancel));
        Put(
            "CardPlace",
            await db
                .CardPlaces.AsNoTracking()
                .Where(row => own.Contains(row.SubjectId) || chats.Contains(row.ConversationId) || row.Audience == audience)
                .ToListAsync(cancel));
        Put("OutboxMessage", await db.OutboxMessages.AsNoTracking().Where(row => own.Contains(row.SubjectId)).ToListAsync(cancel));
        Put("Ticket", await db.Tickets.AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(cancel));
        Put("TicketAuditEntry", await db.TicketAuditEntries.AsNoTracking()
            .Where(row => db.Tickets.Any(ticket => ticket.Number == row.Number && keys.Contains(ticket.Key))).ToListAsync(cancel));
        Put("TicketFile", await FilesAsync(keys, cancel));
        Put("RecoveryEvent", events);
        Put("Subscription", await db.Subscriptions.AsNoTracking().Where(row => row.ById == personId).ToListAsync(cancel));
        Put(
            "GrantedRole",
            await db.GrantedRoles.AsNoTracking().Where(row => row.HolderId == personId || row.ById == personId).ToListAsync(cancel));
        Put("Conversation", places);
        Put("SeenActivity", await ActivitiesAsync(personId, chats, cancel));
        Put("Viewer", await db.Viewers.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancel));
        Put("ForgottenPerson", await db.ForgottenPeople.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancel));
        return file;

        void Put(string table, IEnumerable<object> rows)
        {
            if (new JsonArray([.. rows.Select(Row)]) is { Count: > 0 } some)
                file[table] = some;
        }
    }

    /// <summary>The same as the sums that the person is shown in the chat.</summary>
    public Task<PersonalRecords> SumsAsync(string personId, CancellationToken cancel) => new PersonReader(db).ReadAsync(personId, cancel);

    // What is in them is handed over as files: a document that holds some megabytes of digits is of no use to anybody.
    private async Task<IReadOnlyList<TicketFile>> FilesAsync(List<string> keys, CancellationToken cancel) =>
        await db.TicketFiles.Where(row => db.Tickets.Any(ticket => ticket.Number == row.Number && keys.Contains(ticket.Key)))
            .Select(row => new TicketFile
            {
                Number = row.Number,
                Name = row.Name,
                ContentType = row.ContentType,
                Size = row.Size,
                Sha256 = row.Sha256,
                Content = Array.Empty<byte>(),
                At = row.At,
            })
            .ToListAsync(cancel);

    // The key is: conversation, activity; or conversation, card, the person as the channel knows them, and the press.
    private async Task<IReadOnlyList<SeenActivity>> ActivitiesAsync(string personId, List<string> chats, CancellationToken cancel)
    {
        var pressed = $"\n{personId}\n";
        var found = await db.SeenActivities.AsNoTracking().Where(row => row.Key.Contains(pressed)).ToListAsync(cancel);
        foreach (var chat in chats)
        {
            var start = $"{chat}\n";
            found.AddRange(
                await db
                    .SeenActivities.AsNoTracking()
                    .Where(row => row.Key.StartsWith(start) && !row.Key.Contains(pressed))
                    .ToListAsync(cancel));
        }

        return found;
    }

    private JsonObject Row(object entity)
    {
        JsonObject row = [];
        foreach (var column in db.Model.FindEntityType(entity.GetType())!.GetProperties())
        {
            var value = column.PropertyInfo!.GetValue(entity);
            if (value is byte[] { Length: 0 })
                continue;

            row[column.Name] = value is string text && text.StartsWith('{') ? Document(text) : Plain(value);
        }

        return row;
    }

    private static JsonNode? Plain(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        bool yes => yes,
        int number => number,
        long number => number,
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => value.ToString(),
    };

    private static JsonNode? Document(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        // What somebody typed may begin like a document.
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
