namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Gives a turn to the first topic that answers it. The order is the order of registration, most specific first.</summary>
public sealed class Dispatcher(IEnumerable<ITopic> topics)
{
    private readonly IReadOnlyList<ITopic> _topics = [.. topics];

    /// <summary>The effects of the topic that answered; empty when none did.</summary>
    public IReadOnlyList<Effect> Answer(Turn turn)
    {
        foreach (var topic in _topics)
        {
            if (topic.Answer(turn) is { } effects)
                return effects;
        }

        return [];
    }
}
