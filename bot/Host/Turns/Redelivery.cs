using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;

namespace ChatOpsBot.Host.Turns;

/// <summary>
/// Answers an activity whose turn was kept before, when the answer itself is lost: the bot ended, or another instance of it gave the
/// answer. Nothing is worked again; the person sees the request as it stands.
/// </summary>
public sealed class Redelivery(RequestCards cards, EventDrawing events, EventReach reach)
{
    public async Task<TurnAnswer> AnswerAsync(BotDb db, SeenActivity before, Happening what, IncomingActivity activity, CancellationToken cancel)
    {
        if (before.RequestId is not { } id)
            return TurnAnswer.Of();
        if (await new RequestStore(db).FindAsync(id, cancel) is not { } request)
            return await OfEventAsync(db, id, what, activity, cancel);
        if (!cards.Knows(request))
            return TurnAnswer.Of();

        var audience = AudienceOf(request, activity);
        var open = request.State is RequestState.Reviewing ? await new RequestStore(db).OpenAsync(RequestsInSight.Most, cancel) : null;
        var card = cards.Draw(request, audience, open);
        // The card of another thing, such as an answer that offers the request, stays as it is.
        Effect effect = RequestsReader.IdIn(what) == id
            ? new Effect.Replace(card) { Request = id, Audience = audience }
            : new Effect.Show(card) { Request = id, Audience = audience };
        return new([effect], new Dictionary<Guid, Request> { [id] = request });
    }

    private async Task<TurnAnswer> OfEventAsync(BotDb db, Guid id, Happening what, IncomingActivity activity, CancellationToken cancel)
    {
        if (await new RecoveryStore(db).FindAsync(id, cancel) is not { } happening)
            return TurnAnswer.Of();

        var audience = EventAudience.Of(HappeningReader.Where(activity), HappeningReader.Who(activity));
        var card = events.Draw(happening, audience, await reach.OfAsync(db, happening, cancel));
        Effect effect = EventsReader.IdIn(what) == id ? new Effect.Replace(card) { Event = id } : new Effect.Show(card) { Event = id };
        return TurnAnswer.Of(effect) with { Events = new Dictionary<Guid, RecoveryEvent> { [id] = happening } };
    }

    // Everybody sees the owner's card where its owner filed it; whoever changed it elsewhere decided about it.
    private static Audience AudienceOf(Request request, IncomingActivity activity) =>
        HappeningReader.Who(activity).Id == request.Owner.Id || activity.ConversationId == request.ConversationId
            ? Audience.Owner
            : Audience.Approver;
}
