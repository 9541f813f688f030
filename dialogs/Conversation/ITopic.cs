namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Something the bot can talk about. Pure: the same turn gives the same effects.</summary>
public interface ITopic
{
    /// <summary>The effects of the turn, or null when the turn is not this topic's.</summary>
    IReadOnlyList<Effect>? Answer(Turn turn);
}
