namespace ChatOpsBot.Connector.Incoming;

/// <summary>The kinds of conversation in Teams.</summary>
public enum ConversationKind
{
    Personal,
    GroupChat,
    Channel,
}
