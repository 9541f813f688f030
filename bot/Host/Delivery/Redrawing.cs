using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Conversation;
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

        var store = new CardStore(db);
        ErrandEnd end = ErrandEnd.Done.Well;
        foreach (var place in await store.OfAsync(errand.Request, cancel))
        {
            if (drawn.Shows(request, place.ConversationId, place.ActivityId))
                continue;

            var outcome = await DrawAsync(request, place, cancel);
            if (IsGone(outcome))
                await store.RemoveAsync(request.Id, place.ConversationId, place.ActivityId, cancel);
            else if (Ends.Of(outcome) is var one and not ErrandEnd.Done)
                end = end is ErrandEnd.Later ? end : one;
            else
                drawn.Set(request.Id, request.Version, place.ConversationId, place.ActivityId);
        }

        return end;
    }

    private Task<SendOutcome> DrawAsync(Request request, CardPlace place, CancellationToken cancel)
    {
        var card = cards.Draw(request, Enum.Parse<Audience>(place.Audience));
        return teams.UpdateAsync(ReferenceJson.Read(place.Reference), place.ActivityId, Message(card), cancel);
    }

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private static bool IsGone(SendOutcome outcome) => outcome is SendOutcome.Refused
    {
        Why: Refusal.ActivityGone or Refusal.ConversationGone or Refusal.BotNotInRoster or Refusal.BlockedByUser,
    };
}
