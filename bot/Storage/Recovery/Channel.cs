namespace ChatOpsBot.Storage.Recovery;

/// <summary>A channel that follows, or that Teams has told of, and how to reach it.</summary>
public sealed class Channel
{
    /// <summary>
    /// Stands as <see cref="Name"/> of a General channel to which Teams gives no name, as each client calls it by a word of its own
    /// language. The word of the English clients, and not an empty mark: sorted lists, and whoever has no words at hand, can take it as
    /// it is. A null would not do, as it says that Teams is still to be asked: a General channel that people renamed has a name like
    /// any other.
    /// </summary>
    public const string General = "General";

    /// <summary>Such as <c>19:…@thread.tacv2</c>, without a message's mark.</summary>
    public required string Id { get; init; }

    public string? Tenant { get; set; }

    public string? TeamId { get; set; }

    public string? TeamName { get; set; }

    /// <summary>Display name as Teams said it last, or <see cref="General"/>; null where it never did.</summary>
    public string? Name { get; set; }

    /// <summary>It has no name of its own: people are shown the word of their language.</summary>
    public bool IsGeneral => Id == TeamId && Name == General;

    /// <summary>
    /// Regional address of the Connector; empty where the bot has not heard of this channel yet, as with one from settings.
    /// </summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The bot's own id there.</summary>
    public string BotId { get; set; } = "";

    public ChannelStatus Status { get; set; }

    /// <summary>Why nothing is sent there, as a code of Teams or a word of the bot's own; null while it is open.</summary>
    public string? Why { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Whether a channel can be written to.</summary>
public enum ChannelStatus
{
    Open,

    /// <summary>Not now: archived, or the app is removed or blocked. It may come back.</summary>
    Paused,

    /// <summary>Deleted, or unknown to Teams.</summary>
    Gone,
}
