namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Gives a turn to the first topic that answers it. The order is the order of registration, most specific first.</summary>
public sealed class Dispatcher(IEnumerable<ITopic> topics)
{
    private readonly IReadOnlyList<(ITopic Topic, string Name)> _topics = [.. topics.Select(topic => (topic, NameOf(topic)))];

    /// <summary>The result of the topic that answered; empty when none did.</summary>
    public TurnResult Answer(Turn turn) => Find(turn).Result;

    /// <summary>The same, with the name of the topic as its folder's people call it ("who-handles"); null when none answered.</summary>
    public (string? Topic, TurnResult Result) Find(Turn turn)
    {
        foreach (var (topic, name) in _topics)
        {
            if (topic.Answer(turn) is { } result)
                return (name, result);
        }

        return (null, []);
    }

    private static string NameOf(ITopic topic)
    {
        var name = topic.GetType().Name;
        var words = name.EndsWith("Topic", StringComparison.Ordinal) ? name[..^"Topic".Length] : name;
        return string.Concat(
            words.Select(
                (letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
