namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>Which calls go first when more are asked for than Teams allows.</summary>
public enum Urgency
{
    /// <summary>Somebody waits for it: the answer in a turn. Goes before every announcement of the tenant.</summary>
    Answer,

    /// <summary>One of many, written to channels.</summary>
    Announcement,
}
