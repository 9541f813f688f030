using ChatOpsBot.Cards;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic wants to happen. Data only: the host carries it out.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A new message with text alone.</summary>
    public sealed record Say(string Text) : Effect;

    /// <summary>A new message with a card alone: Teams splits text and card into two messages.</summary>
    public sealed record Show(Card Card) : Effect
    {
        /// <summary>Id of the request the card shows: its place is kept, so that it can be drawn again when the request changes.</summary>
        public Guid? Request { get; init; }

        public Audience Audience { get; init; }

        /// <summary>Id of the DR event the card shows, to the person of this turn or to all who read along; as for <see cref="Request"/>.</summary>
        public Guid? Event { get; init; }
    }

    /// <summary>The card that was pressed is replaced where it stands.</summary>
    public sealed record Replace(Card Card) : Effect
    {
        /// <summary>Id of the request the card shows, as for <see cref="Show"/>.</summary>
        public Guid? Request { get; init; }

        public Audience Audience { get; init; }

        /// <summary>Id of the DR event the card shows, as for <see cref="Show"/>.</summary>
        public Guid? Event { get; init; }
    }

    /// <summary>A short notice to the person who pressed; the card stays.</summary>
    public sealed record Notice(string Text) : Effect;

    /// <summary>Keeps what was answered for the follow-up in the same conversation.</summary>
    public sealed record Remember(LastAnswer Answer) : Effect;

    /// <summary>A request is new or has changed. All that a turn keeps, and its messages, is kept in one commit or not at all.</summary>
    /// <param name="Request">As it shall be; its version is one above that of the request the turn saw, or 1.</param>
    public sealed record SaveRequest(Request Request, AuditEntry AuditEntry) : Effect;

    /// <summary>A DR event is new or has changed, kept in the same commit.</summary>
    /// <param name="Event">As it shall be; its version is one above that of the event the turn saw, or the first.</param>
    public sealed record SaveEvent(RecoveryEvent Event) : Effect;

    /// <summary>Something to be done outside once the change is kept.</summary>
    public sealed record Enqueue(OutboxMessage OutboxMessage) : Effect;

    /// <summary>The channel of this turn follows these systems from now on, made so by the person of this turn.</summary>
    /// <param name="Systems">In capitals, or <see cref="Domain.Recovery.FollowedName.Everything"/>.</param>
    public sealed record Follow(IReadOnlyList<string> Systems) : Effect;

    /// <summary>The channel of this turn no longer follows these systems.</summary>
    /// <param name="Systems">As for <see cref="Follow"/>.</param>
    public sealed record StopFollowing(IReadOnlyList<string> Systems) : Effect;

    /// <summary>The person of this turn is forgotten: what need not stay goes, the rest loses the name.</summary>
    public sealed record Forget : Effect;
}
