using ChatOpsBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Cards;

/// <summary>Where the cards of requests and DR events are.</summary>
public sealed class CardStore(BotDb db)
{
    /// <summary>A subject with more cards than this is updated only where it was shown last.</summary>
    public const int MostPlaces = 50;

    /// <summary>
    /// Notes a card, or that a message shows another one now. Saved by the caller; the oldest places above the limit go at once.
    /// </summary>
    /// <param name="referenceJson">The conversation reference.</param>
    /// <param name="audience">For whom it is drawn.</param>
    public async Task AddAsync(
        Subject subject,
        string conversationId,
        string activityId,
        string referenceJson,
        string audience,
        DateTimeOffset at,
        CancellationToken cancel)
    {
        if (await db.CardPlaces.FindAsync([subject.Id, conversationId, activityId], cancel) is { } known)
        {
            (known.Reference, known.Audience, known.At) = (referenceJson, audience, at);
            return;
        }

        db.CardPlaces.Add(new CardPlace
        {
            SubjectId = subject.Id,
            SubjectKind = subject.Kind,
            ConversationId = conversationId,
            ActivityId = activityId,
            Reference = referenceJson,
            Audience = audience,
            At = at,
        });
        await DropOldestAsync(subject, cancel);
    }

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

    private async Task DropOldestAsync(Subject subject, CancellationToken cancel)
    {
        var tooMany = await NewestFirst(subject).Skip(MostPlaces - 1).AsNoTracking().ToListAsync(cancel);
        foreach (var place in tooMany)
            await RemoveAsync(subject, place.ConversationId, place.ActivityId, cancel);
    }

    // Ids of messages grow with time, and tell which came last where two came at once.
    private IQueryable<CardPlace> NewestFirst(Subject subject) => db.CardPlaces.Where(place => place.SubjectId == subject.Id)
        .OrderByDescending(place => place.At).ThenBy(place => place.ConversationId).ThenByDescending(place => place.ActivityId);
}
