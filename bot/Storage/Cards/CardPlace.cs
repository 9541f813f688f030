using ChatOpsBot.Domain;

namespace ChatOpsBot.Storage.Cards;

/// <summary>Where a card of a request or DR event is, so that it can be updated.</summary>
public sealed class CardPlace
{
    public required Guid SubjectId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The message that holds the card.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The way to that conversation, as JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>For whom it was drawn: what it shows and offers depends on that.</summary>
    public required string Audience { get; set; }

    public required DateTimeOffset At { get; set; }
}
