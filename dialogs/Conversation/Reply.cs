using ChatOpsBot.Cards;
using ChatOpsBot.Domain;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What the person sees as the answer to a turn. Data only: <c>ReplyWriter</c> sends it.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A new message with text alone.</summary>
    public sealed record Say(string Text) : Reply;

    /// <summary>A new message with a card alone: Teams splits text and card into two messages.</summary>
    public sealed record Show(Card Card) : Reply
    {
        /// <summary>
        /// What the card shows. The place of the card is stored, so that it is updated when its subject changes; null for other cards.
        /// </summary>
        public Subject? Subject { get; init; }

        /// <summary>
        /// For whom the card of a request is drawn. The card of a DR event is drawn for the person of this turn, or for all who read
        /// along.
        /// </summary>
        public Audience Audience { get; init; }
    }

    /// <summary>The card that was pressed is replaced in place.</summary>
    public sealed record Replace(Card Card) : Reply
    {
        /// <inheritdoc cref="Show.Subject"/>
        public Subject? Subject { get; init; }

        /// <inheritdoc cref="Show.Audience"/>
        public Audience Audience { get; init; }
    }

    /// <summary>A short notice to the person who pressed; the card stays.</summary>
    public sealed record Notice(string Text) : Reply;
}
