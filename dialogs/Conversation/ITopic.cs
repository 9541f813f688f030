namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Something the bot can talk about. Pure: the same turn gives the same result.</summary>
public interface ITopic
{
    /// <summary>The answer to the turn, or null when the turn is not this topic's.</summary>
    TurnResult? Answer(Turn turn);
}
