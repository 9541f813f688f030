using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Answers an activity whose turn was saved before, when the answer itself is lost: the bot ended, or another instance of it gave the
/// answer. Nothing is worked again; the person sees the request as it stands.
/// </summary>
public sealed class Redelivery(RequestCards cards, EventDrawing events)
{
    public async Task<TurnAnswer> AnswerAsync(
        BotDb db, SeenActivity before, TurnContext context, CancellationToken cancel)
    {
        if (before.SubjectId is not { } id)
            return TurnAnswer.Of([]);
        if (await new RequestStore(db).FindAsync(id, cancel) is not { } request)
            return await OfEventAsync(db, id, context, cancel);
        if (!cards.IsKnownType(request))
            return TurnAnswer.Of([]);

        var audience = AudienceOf(request, context);
        var open = request.State is RequestState.Reviewing ? await new RequestStore(db).OpenAsync(RequestContext.Most, cancel) : null;
        var card = cards.Draw(request, audience, open);
        // The card of another thing, such as an answer that offers the request, stays as it is.
        Reply reply = RequestContextReader.IdIn(context.Input) == id
            ? new Reply.Replace(card) { Subject = Subject.Request(id), Audience = audience }
            : new Reply.Show(card) { Subject = Subject.Request(id), Audience = audience };
        return new([reply], new Dictionary<Subject, int> { [Subject.Request(id)] = request.Version });
    }

    private async Task<TurnAnswer> OfEventAsync(BotDb db, Guid id, TurnContext context, CancellationToken cancel)
    {
        if (await new RecoveryStore(db).FindAsync(id, cancel) is not { } drEvent)
            return TurnAnswer.Of([]);

        var audience = EventAudience.Of(context.Where, context.Who);
        var card = events.Draw(drEvent, audience, await EventReach.OfAsync(db, drEvent, cancel));
        Reply reply =
            EventContextReader.IdIn(context.Input) == id
                ? new Reply.Replace(card) { Subject = Subject.Event(id) }
                : new Reply.Show(card) { Subject = Subject.Event(id) };
        return new([reply], new Dictionary<Subject, int> { [Subject.Event(id)] = drEvent.Version });
    }

    // Everybody sees the owner's card where its owner filed it; whoever changed it elsewhere decided about it.
    private static Audience AudienceOf(Request request, TurnContext context) =>
        context.Who.Id == request.Owner.Id || context.ConversationId == request.ConversationId
            ? Audience.Owner
            : Audience.Approver;
}
