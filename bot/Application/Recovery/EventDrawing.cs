using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery;

/// <summary>Draws the card with buttons of a DR event outside a turn.</summary>
public sealed class EventDrawing(EventCard card, EventNotices notices, TimeProvider time)
{
    /// <param name="audience">By <see cref="EventAudience"/>.</param>
    /// <param name="said">What is said at its top; null for nothing.</param>
    public Card Draw(RecoveryEvent drEvent, string audience, Reach reach, string? said = null) =>
        card.Draw(drEvent, EventAudience.Read(audience), reach, time.GetUtcNow(), notices.WordsOf(drEvent), said);

    /// <summary>The card that takes the place of one that went on below in the same conversation.</summary>
    public Card DrawMoved(RecoveryEvent drEvent) => EventCard.DrawMoved(drEvent, notices.WordsOf(drEvent));
}
