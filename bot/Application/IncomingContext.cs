using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using NodaTime;

namespace ChatOpsBot.Application;

/// <summary>Who did something in Teams, where, and how to answer. Made once; nothing behind it looks at the activity.</summary>
public record IncomingContext
{
    /// <summary>Names this activity in the log, and to a person who is told of a fault.</summary>
    public required string CorrelationId { get; init; }

    public required Person Who { get; init; }

    /// <summary>The channel's own id of the person (<c>29:…</c>), by which Teams tells of them; null in a terminal.</summary>
    public string? AccountId { get; init; }

    public required Place Where { get; init; }

    /// <summary>Where the answer goes; null in a terminal.</summary>
    public ConversationReference? Reference { get; init; }

    /// <summary>The Entra tenant; null where the activity names none, and in a terminal.</summary>
    public string? TenantId { get; init; }

    /// <summary>The team and channel; all null outside of teams.</summary>
    public TeamsContext? Teams { get; init; }

    /// <summary>BCP 47 tag of the person's client.</summary>
    public string? Locale { get; init; }

    /// <summary>The zone the person's client names; null when it names none that is known.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Null on some events, and in a terminal.</summary>
    public string? ActivityId { get; init; }

    /// <summary>What a redelivery of the same activity has in common with it; null for an activity without an id.</summary>
    public string? ActivityKey { get; init; }

    public string ConversationId => Where.ConversationId;

    /// <summary>Where to answer.</summary>
    /// <exception cref="InvalidOperationException">In a terminal, which no message is sent to.</exception>
    public ConversationReference ReplyTo => Reference ?? throw new InvalidOperationException("There is no conversation to send to.");
}
