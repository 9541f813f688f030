using ChatOpsBot.Cards;
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
    public sealed record Show(Card Card) : Effect;

    /// <summary>The card that was pressed is replaced where it stands.</summary>
    public sealed record Replace(Card Card) : Effect;

    /// <summary>A short notice to the person who pressed; the card stays.</summary>
    public sealed record Notice(string Text) : Effect;

    /// <summary>Keeps what was answered for the follow-up in the same conversation.</summary>
    public sealed record Remember(LastAnswer Answer) : Effect;
}
