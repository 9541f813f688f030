using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>Describes one call to the Bot Connector, for everything but its content.</summary>
/// <param name="Operation">What it does: one of the constants below. Names spans, metrics and log lines.</param>
/// <param name="Target">Gives the service URL.</param>
/// <param name="Limit">The limit it counts against; null for a call that only reads and has much wider limits of its own.</param>
internal sealed record ConnectorCall(string Operation, ConversationReference Target, PacedPlace? Limit)
{
    public const string Create = "create";
    public const string Post = "post";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Read = "read";

    /// <summary>One attempt without waiting: the caller has asked the pace, and decides what is retried.</summary>
    public bool IsOnce { get; init; }

    /// <summary>
    /// It answers somebody who waits: where Teams did not say whether it was done, a second copy does less harm than none.
    /// </summary>
    public bool IsAnswer { get; init; }

    /// <summary>Doing it twice has the same effect as doing it once.</summary>
    public bool IsIdempotent => Operation is not (Create or Post);
}
