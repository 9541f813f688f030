using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Application.Channels;

/// <summary>What Teams tells of a channel or a team, by the names of its events.</summary>
public enum ChannelChange
{
    ChannelCreated,
    ChannelRenamed,
    ChannelDeleted,
    ChannelRestored,
    TeamRenamed,
    TeamArchived,
    TeamUnarchived,
    TeamDeleted,
    TeamHardDeleted,
    TeamRestored,
}

internal static class ChannelChanges
{
    private static readonly Dictionary<string, ChannelChange> Known = Enum.GetValues<ChannelChange>()
        .ToDictionary(change => change.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for every other activity (Teams documentation, "Conversation events in your Teams bot": conversationUpdate with eventType).</summary>
    public static ChannelChange? Read(Activity activity) =>
        activity is { Type: ActivityTypes.ConversationUpdate, ChannelData.EventType: { } name } && Known.TryGetValue(name, out var change) ? change : null;
}
