using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Requests;

/// <summary>Where the cards of requests stand.</summary>
public sealed class CardStore(BotDb db)
{
    /// <summary>A request shown more often than this is drawn anew only where it was shown last.</summary>
    public const int MostPlaces = 50;

    /// <summary>Notes a card, or that a message shows another one now. Saved by the caller; the oldest places above the limit go at once.</summary>
    /// <param name="referenceJson">The way to the conversation.</param>
    /// <param name="audience">For whom it is drawn.</param>
    public async Task AddAsync(
        Guid request, string conversationId, string activityId, string referenceJson, string audience, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.CardPlaces.FindAsync([request, conversationId, activityId], cancel) is { } known)
        {
            (known.Reference, known.Audience, known.At) = (referenceJson, audience, at);
            return;
        }

        db.CardPlaces.Add(new CardPlace
        {
            RequestId = request,
            ConversationId = conversationId,
            ActivityId = activityId,
            Reference = referenceJson,
            Audience = audience,
            At = at,
        });
        await DropOldestAsync(request, cancel);
    }

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<CardPlace>> OfAsync(Guid request, CancellationToken cancel) =>
        await NewestFirst(request).AsNoTracking().ToListAsync(cancel);

    /// <summary>Forgets a card that is gone, at once.</summary>
    public Task RemoveAsync(Guid request, string conversationId, string activityId, CancellationToken cancel) =>
        db.CardPlaces.Where(place => place.RequestId == request && place.ConversationId == conversationId && place.ActivityId == activityId)
            .ExecuteDeleteAsync(cancel);

    private async Task DropOldestAsync(Guid request, CancellationToken cancel)
    {
        var tooMany = await NewestFirst(request).Skip(MostPlaces - 1).AsNoTracking().ToListAsync(cancel);
        foreach (var place in tooMany)
            await RemoveAsync(request, place.ConversationId, place.ActivityId, cancel);
    }

    // Ids of messages grow with time, and tell which came last where two came at once.
    private IQueryable<CardPlace> NewestFirst(Guid request) => db.CardPlaces.Where(place => place.RequestId == request)
        .OrderByDescending(place => place.At).ThenBy(place => place.ConversationId).ThenByDescending(place => place.ActivityId);
}
