namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>Gives a turn to the first topic that answers it. The order is the order of registration, most specific first.</summary>
public sealed class Dispatcher(IEnumerable<ITopic> topics)
{
    private readonly IReadOnlyList<(ITopic Topic, string Name)> _topics = [.. topics.Select(topic => (topic, NameOf(topic)))];

    /// <summary>The effects of the topic that answered; empty when none did.</summary>
    public IReadOnlyList<Effect> Answer(Turn turn) => Find(turn).Effects;

    /// <summary>The same, with the name of the topic as its folder's people call it ("who-handles"); null when none answered.</summary>
    public (string? Topic, IReadOnlyList<Effect> Effects) Find(Turn turn)
    {
        foreach (var (topic, name) in _topics)
        {
            if (topic.Answer(turn) is { } effects)
                return (name, effects);
        }

        return (null, []);
    }

    private static string NameOf(ITopic topic)
    {
        var name = topic.GetType().Name;
        var words = name.EndsWith("Topic", StringComparison.Ordinal) ? name[..^"Topic".Length] : name;
        return string.Concat(words.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
