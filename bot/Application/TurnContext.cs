using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using NodaTime;

namespace ChatOpsBot.Application;

/// <summary>
/// One turn from its activity to its answer: what happened, who did it and where, and how to answer. Made once; nothing behind it looks at
/// the activity.
/// </summary>
public sealed record TurnContext
{
    /// <summary>Names this turn in the log, and to a person who is told of a fault.</summary>
    public required string CorrelationId { get; init; }

    public required TurnInput Input { get; init; }

    public required Person Who { get; init; }

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

    /// <summary>The message that is answered; null for anything else.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message whose button was pressed; null for anything else.</summary>
    public string? CardId { get; init; }

    /// <summary>It is answered in the HTTP response.</summary>
    public bool IsInvoke { get; init; }

    /// <summary>What a redelivery of the same activity has in common with it; null for an activity without an id.</summary>
    public string? ActivityKey { get; init; }

    /// <summary>The same for a redelivered button press, which comes with another id.</summary>
    public string? PressKey { get; init; }

    /// <summary>
    /// The pressed card, where the answer to the press draws it for all who see it. In a group chat and in a channel such an answer is seen
    /// by the one who pressed (Microsoft Teams documentation, "User-specific views"); null there.
    /// </summary>
    public string? CardDrawnForAll => IsInvoke && Where.Kind is not PlaceKind.Personal ? null : CardId;

    public string ConversationId => Where.ConversationId;

    /// <summary>Where to answer.</summary>
    /// <exception cref="InvalidOperationException">In a terminal, which no message is sent to.</exception>
    public ConversationReference ReplyTo => Reference ?? throw new InvalidOperationException("There is no conversation to send to.");
}
