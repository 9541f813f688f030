using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Draws every card of a request or DR event anew, wherever it was shown.</summary>
public sealed class CardRedraw(ConnectorClient teams, DrawnVersions drawn)
{
    /// <param name="draw">The card for an audience, as it was noted beside the card.</param>
    /// <param name="drawMoved">What takes the place of a card below which a newer one stands.</param>
    public async Task<ErrandEnd> DoAsync(BotDb db, Guid matter, int version, Func<string, Card> draw, Func<Card> drawMoved, CancellationToken cancel)
    {
        var store = new CardStore(db);
        var places = await store.OfAsync(matter, cancel);
        ErrandEnd end = await LeaveAsync(matter, places, drawMoved, store, cancel);
        foreach (var place in Newest(places))
        {
            if (drawn.Shows(matter, version, place.ConversationId, place.ActivityId))
                continue;

            var outcome = await teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, Message(draw(place.Audience)), cancel);
            if (IsGone(outcome))
                await store.RemoveAsync(matter, place.ConversationId, place.ActivityId, cancel);
            else if (Ends.Of(outcome) is var one and not ErrandEnd.Done)
                end = end is ErrandEnd.Later ? end : one;
            else
                drawn.Set(matter, version, place.ConversationId, place.ActivityId);
        }

        return end;
    }

    /// <summary>The card shown last in each conversation, for each audience.</summary>
    private static IEnumerable<CardPlace> Newest(IReadOnlyList<CardPlace> places) =>
        places.DistinctBy(place => (place.ConversationId, place.Audience));

    // Where a newer card of the same matter stands below, the older one points there and is left alone from then on.
    private async Task<ErrandEnd> LeaveAsync(Guid matter, IReadOnlyList<CardPlace> places, Func<Card> drawMoved, CardStore store, CancellationToken cancel)
    {
        ErrandEnd end = ErrandEnd.Done.Well;
        foreach (var place in places.Except(Newest(places)).ToList())
        {
            var outcome = await teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, Message(drawMoved()), cancel);
            if (IsGone(outcome) || Ends.Of(outcome) is ErrandEnd.Done)
                await store.RemoveAsync(matter, place.ConversationId, place.ActivityId, cancel);
            else
                end = Ends.Of(outcome);
        }

        return end;
    }

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private static bool IsGone(SendOutcome outcome) => outcome is SendOutcome.Refused
    {
        Why: Refusal.ActivityGone or Refusal.ConversationGone or Refusal.BotNotInRoster or Refusal.BlockedByUser,
    };
}
