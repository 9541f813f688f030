namespace ChatOpsBot.Storage.Recovery;

/// <summary>One channel's copy of an announcement: what it shows, and what is still to be done for it.</summary>
public sealed class Delivery
{
    public required Guid EventId { get; init; }

    public required string ChannelId { get; init; }

    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>The thread of the announcement; null until it was posted.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The message with the card; null until it was posted.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The version of the event that the card shows; 0 for none.</summary>
    public int ShownVersion { get; set; }

    /// <summary>How many lines of the timeline the card's thread has been told of.</summary>
    public int RepliedLines { get; set; }

    /// <summary>Not before this time; null when nothing is left to be done.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Real events go before drills, which go before nothing: smaller first.</summary>
    public int Rank { get; set; }

    /// <summary>How often it was tried in vain since it last went well.</summary>
    public int Attempt { get; set; }

    /// <summary>Who does it now; null while nobody does.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>What the claimer is about to do: it stands here before it is done.</summary>
    public DeliveryStep? Doing { get; set; }

    /// <summary>Why it failed last, as a code of Teams or a word of the bot's own.</summary>
    public string? Fault { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>How often the announcement was posted once more after an end that nobody knows.</summary>
    public int Resent { get; set; }

    /// <summary>A line was sent into its thread and nobody knows whether it came: the next one says so, whatever comes between.</summary>
    public bool IsReplyUnknown { get; set; }
}

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Nothing has come there yet.</summary>
    Waiting,

    /// <summary>The announcement stands there as it was posted.</summary>
    Sent,

    /// <summary>It stands there and was changed in place since.</summary>
    Updated,

    /// <summary>A post left and no clear answer came back: it may stand there.</summary>
    Unknown,

    /// <summary>Given up; <see cref="Delivery.Fault"/> says why.</summary>
    Failed,
}

/// <summary>A call to Teams for a delivery.</summary>
public enum DeliveryStep
{
    Post,
    Update,
    Reply,
}
