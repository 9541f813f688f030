namespace ChatOpsBot.Domain.People;

/// <summary>What the bot may have stored about a person.</summary>
public enum RecordKind
{
    /// <summary>A request of theirs that they never confirmed, given up or not.</summary>
    Draft,

    /// <summary>Something they are still to be reminded of.</summary>
    Reminder,

    /// <summary>The way to their personal chat.</summary>
    Chat,

    /// <summary>Leave to look at the page of DR events.</summary>
    Link,

    /// <summary>A confirmed request of theirs that is not done yet.</summary>
    OwnOpen,

    /// <summary>The same of somebody else, in which they did something.</summary>
    OthersOpen,

    EventOpen,

    OwnEnded,

    OthersEnded,

    EventEnded,

    /// <summary>They made a channel follow a system.</summary>
    Following,

    /// <summary>They added the bot to a team or group chat.</summary>
    Place,

    /// <summary>They hold a role that was granted in a chat, or granted it.</summary>
    Role,
}

/// <summary>What becomes of a record when its person asks to be forgotten.</summary>
public enum RecordFate
{
    Goes,

    /// <summary>It has to stay, and the person stands in it by id alone.</summary>
    LosesName,

    /// <summary>It is needed as it is until it ends, and loses the name then.</summary>
    StaysForNow,
}
