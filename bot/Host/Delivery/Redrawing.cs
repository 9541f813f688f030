using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Draws every card of a request as it stands now, wherever it was shown.</summary>
public sealed class Redrawing(IDbContextFactory<BotDb> databases, ConnectorClient teams, RequestCards cards, DrawnVersions drawn)
{
    public async Task<ErrandEnd> DoAsync(Errand.Redraw errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RequestStore(db).FindAsync(errand.Request, cancel) is not { } request)
            return ErrandEnd.Done.Well;
        if (!cards.Knows(request))
            return Ends.UnknownType(request);

        var store = new CardStore(db);
        var places = await store.OfAsync(errand.Request, cancel);
        var open = request.State is RequestState.Reviewing ? await new RequestStore(db).OpenAsync(RequestsInSight.Most, cancel) : null;
        ErrandEnd end = await LeaveAsync(request, places, store, cancel);
        foreach (var place in Newest(places))
        {
            if (drawn.Shows(request, place.ConversationId, place.ActivityId))
                continue;

            var outcome = await DrawAsync(request, place, open, cancel);
            if (IsGone(outcome))
                await store.RemoveAsync(request.Id, place.ConversationId, place.ActivityId, cancel);
            else if (Ends.Of(outcome) is var one and not ErrandEnd.Done)
                end = end is ErrandEnd.Later ? end : one;
            else
                drawn.Set(request.Id, request.Version, place.ConversationId, place.ActivityId);
        }

        return end;
    }

    /// <summary>The card shown last in each conversation, for each audience.</summary>
    private static IEnumerable<CardPlace> Newest(IReadOnlyList<CardPlace> places) =>
        places.DistinctBy(place => (place.ConversationId, place.Audience));

    // Where a newer card of the same request stands below, the older one points there and is left alone from then on.
    private async Task<ErrandEnd> LeaveAsync(Request request, IReadOnlyList<CardPlace> places, CardStore store, CancellationToken cancel)
    {
        ErrandEnd end = ErrandEnd.Done.Well;
        foreach (var place in places.Except(Newest(places)).ToList())
        {
            var outcome = await teams.UpdateAsync(
                ReferenceJson.Read(place.Reference), place.ActivityId, Message(cards.DrawMoved(request)), cancel);
            if (IsGone(outcome) || Ends.Of(outcome) is ErrandEnd.Done)
                await store.RemoveAsync(request.Id, place.ConversationId, place.ActivityId, cancel);
            else
                end = Ends.Of(outcome);
        }

        return end;
    }

    private Task<SendOutcome> DrawAsync(Request request, CardPlace place, IReadOnlyList<Request>? open, CancellationToken cancel)
    {
        var card = cards.Draw(request, Enum.Parse<Audience>(place.Audience), open);
        return teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, Message(card), cancel);
    }

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private static bool IsGone(SendOutcome outcome) => outcome is SendOutcome.Refused
    {
        Why: Refusal.ActivityGone or Refusal.ConversationGone or Refusal.BotNotInRoster or Refusal.BlockedByUser,
    };
}
