using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Cards;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Domain;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;

namespace ChatOpsBot.Application.Cards;

/// <summary>Updates every card of a request or DR event, wherever it was shown.</summary>
public sealed class CardRefresher(ConnectorClient teams, RenderedVersions drawn, ILogger<CardRefresher> log)
{
    private static readonly HandlingResult NotDrawn = new HandlingResult.PermanentFailure("A card cannot be drawn.");

    /// <param name="draw">The card for an audience, as it was noted beside the card.</param>
    /// <param name="drawMoved">What takes the place of a card below which a newer one stands.</param>
    /// <returns>
    /// A permanent failure where a card cannot be drawn: what is stored draws the same card the next time. The others are updated all the
    /// same.
    /// </returns>
    public async Task<HandlingResult> RefreshAsync(
        BotDb db, Subject subject, int version, Func<string, Card> draw, Func<Card> drawMoved, CancellationToken cancel)
    {
        var store = new CardStore(db);
        var places = await store.OfAsync(subject, cancel);
        HandlingResult end = await LeaveAsync(subject, places, drawMoved, store, cancel);
        foreach (var place in Newest(places))
        {
            if (drawn.Shows(subject, version, place.ConversationId, place.ActivityId))
                continue;

            if (TryDraw(subject, () => draw(place.Audience)) is not { } message)
            {
                end = end is HandlingResult.Later ? end : NotDrawn;
                continue;
            }

            var outcome = await teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, message, cancel);
            if (IsGone(outcome))
                await store.RemoveAsync(subject, place.ConversationId, place.ActivityId, cancel);
            else if (SendResultMapping.Of(outcome) is var one and not HandlingResult.Done)
                end = end is HandlingResult.Later ? end : one;
            else
                drawn.Set(subject, version, place.ConversationId, place.ActivityId);
        }

        return end;
    }

    /// <summary>The card shown last in each conversation, for each audience.</summary>
    private static IEnumerable<CardPlace> Newest(IReadOnlyList<CardPlace> places) =>
        places.DistinctBy(place => (place.ConversationId, place.Audience));

    // Where a newer card of the same subject stands below, the older one points there and is left alone from then on.
    private async Task<HandlingResult> LeaveAsync(
        Subject subject, IReadOnlyList<CardPlace> places, Func<Card> drawMoved, CardStore store, CancellationToken cancel)
    {
        HandlingResult end = HandlingResult.Done.Instance;
        foreach (var place in places.Except(Newest(places)).ToList())
        {
            if (TryDraw(subject, drawMoved) is not { } message)
                return NotDrawn;

            var outcome = await teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, message, cancel);
            if (IsGone(outcome) || SendResultMapping.Of(outcome) is HandlingResult.Done)
                await store.RemoveAsync(subject, place.ConversationId, place.ActivityId, cancel);
            else
                end = SendResultMapping.Of(outcome);
        }

        return end;
    }

    private OutgoingActivity? TryDraw(Subject subject, Func<Card> draw)
    {
        try
        {
            var card = draw();
            return OutgoingActivity.OfCard(card.ToJson(), card.Summary);
        }
        catch (Exception fault)
        {
            log.CardNotDrawn(subject.Id, new BareException(fault));
            return null;
        }
    }

    private static bool IsGone(SendOutcome outcome) => outcome is SendOutcome.Refused
    {
        Why: Refusal.ActivityGone or Refusal.ConversationGone or Refusal.BotNotInRoster or Refusal.BlockedByUser,
    };
}
