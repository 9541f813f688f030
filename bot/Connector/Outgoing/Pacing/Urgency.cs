namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>Which calls are sent first when there are more than Teams allows.</summary>
public enum Urgency
{
    /// <summary>Somebody waits for it: the answer in a turn. Sent before any announcement of the tenant.</summary>
    Answer,

    /// <summary>One of many messages to channels.</summary>
    Announcement,
}
