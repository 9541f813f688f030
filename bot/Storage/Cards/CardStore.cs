using ChatOpsBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Cards;

/// <summary>Where the cards of requests and DR events are.</summary>
public sealed class CardStore(BotDb db)
{
    /// <summary>A subject with more cards than this is updated only where it was shown last.</summary>
    public const int MostPlaces = 50;

    // Both databases understand it, and it costs one round trip; EF Core would ask first and write then.
    private static readonly string Note = $$"""
        INSERT INTO "CardPlace" ("SubjectId", "SubjectKind", "ConversationId", "ActivityId", "Reference", "Audience", "At")
        VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6})
        ON CONFLICT ("SubjectId", "ConversationId", "ActivityId") DO UPDATE
        SET "Reference" = excluded."Reference", "Audience" = excluded."Audience", "At" = excluded."At"
        WHERE "CardPlace"."Audience" <> excluded."Audience";
        DELETE FROM "CardPlace" WHERE "SubjectId" = {0} AND ("ConversationId", "ActivityId") IN (
          SELECT "ConversationId", "ActivityId" FROM "CardPlace" WHERE "SubjectId" = {0}
          ORDER BY "At" DESC, "ConversationId", "ActivityId" DESC LIMIT {{MostPlaces}} OFFSET {{MostPlaces}});
        """;

    /// <summary>
    /// Notes a card, or that a message shows it for others now; the oldest places above the limit go. Saved at once. A card that is known
    /// for these people stays as it is.
    /// </summary>
    /// <param name="referenceJson">The conversation reference.</param>
    /// <param name="audience">For whom it is drawn.</param>
    public Task NoteAsync(
        Subject subject,
        string conversationId,
        string activityId,
        string referenceJson,
        string audience,
        DateTimeOffset at,
        CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(
            Note,
            [subject.Id, subject.Kind.ToString(), conversationId, activityId, referenceJson, audience, db.Instant(at)],
            cancel);

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<CardPlace>> OfAsync(Subject subject, CancellationToken cancel) =>
        await NewestFirst(subject).AsNoTracking().ToListAsync(cancel);

    /// <summary>Whether a message is a card of that subject.</summary>
    public Task<bool> HasAsync(Subject subject, string conversationId, string activityId, CancellationToken cancel) =>
        db.CardPlaces.AnyAsync(
            place => place.SubjectId == subject.Id && place.ConversationId == conversationId && place.ActivityId == activityId, cancel);

    /// <summary>Which subjects have a card in a conversation.</summary>
    public async Task<IReadOnlySet<Guid>> ShownInAsync(
        string conversationId, IReadOnlyCollection<Guid> subjects, CancellationToken cancel) =>
        await db.CardPlaces
            .Where(place => place.ConversationId == conversationId && subjects.Contains(place.SubjectId))
            .Select(place => place.SubjectId)
            .ToHashSetAsync(cancel);

    /// <summary>Forgets a card that is gone, at once.</summary>
    public Task RemoveAsync(Subject subject, string conversationId, string activityId, CancellationToken cancel) =>
        db
            .CardPlaces.Where(place =>
                place.SubjectId == subject.Id && place.ConversationId == conversationId && place.ActivityId == activityId)
            .ExecuteDeleteAsync(cancel);

    // Ids of messages grow with time, and tell which came last where two came at once.
    private IQueryable<CardPlace> NewestFirst(Subject subject) => db.CardPlaces.Where(place => place.SubjectId == subject.Id)
        .OrderByDescending(place => place.At).ThenBy(place => place.ConversationId).ThenByDescending(place => place.ActivityId);
}
