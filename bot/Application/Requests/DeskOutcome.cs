using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Requests;

/// <summary>
/// Saves what came of a call to the desk, and sees to it that its owner learns of it once: from the turn that waits for it, or by a
/// message.
/// </summary>
public sealed class DeskOutcome(RequestChanges requests, WaitingTurns waiting, RenderedVersions drawn, TimeProvider time)
{
    /// <summary>
    /// A turn that did not wait for the desk is still on its way to the screen, and a card drawn before it would be drawn over.
    /// </summary>
    private static readonly TimeSpan UntilTurnIsShown = TimeSpan.FromSeconds(2);

    /// <param name="outcome">What to change, and what its owner is told; null where there is nothing to change any more.</param>
    public Task SaveAsync(Guid id, Func<Request, (RequestChange Change, Problem? News)?> outcome, CancellationToken cancel)
    {
        var turn = waiting.Of(id);
        bool? shows = null;
        return requests.ApplyAsync(
            id,
            request =>
            {
                if (outcome(request) is not { } found)
                    return null;

                shows ??= turn?.Take() ?? false;
                if (shows is true && turn!.Place is { } place)
                    drawn.Set(Subject.Request(id), request.Version + 1, place.ConversationId, place.Message);
                var isSeen = shows is true && turn!.ShownTo == request.Owner.Id;
                return found.Change with
                {
                    OutboxMessages = [.. found.Change.OutboxMessages, .. OutboxMessages(id, turn, isSeen ? null : found.News)],
                };
            },
            cancel);
    }

    private IEnumerable<OutboxMessage> OutboxMessages(Guid id, WaitingTurn? turn, Problem? news)
    {
        yield return new OutboxMessage.Redraw(id) { Due = turn is { HasLeft: true } ? time.GetUtcNow() + UntilTurnIsShown : null };
        if (news is not null)
            yield return new OutboxMessage.NotifyOwner(id, news);
    }
}
