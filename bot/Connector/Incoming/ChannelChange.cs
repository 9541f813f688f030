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

    /// <summary>The bot was added to one shared or private channel; the rest of the team is not meant.</summary>
    ChannelMemberAdded,

    /// <summary>The bot was removed from one shared or private channel; the rest of the team is not meant.</summary>
    ChannelMemberRemoved,
    TeamRenamed,
    TeamArchived,
    TeamUnarchived,
    TeamDeleted,
    TeamHardDeleted,
    TeamRestored,
}
