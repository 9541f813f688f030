namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// What Teams tells about a channel or a team, by the names of its events (Teams documentation, "Conversation events in your Teams bot":
/// conversationUpdate with eventType).
/// </summary>
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
