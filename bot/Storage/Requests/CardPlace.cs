namespace ChatOpsBot.Storage.Requests;

/// <summary>Where a card of a request stands, so that it can be drawn anew.</summary>
public sealed class CardPlace
{
    public required Guid RequestId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The message that holds the card.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The way to that conversation, as JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>For whom it was drawn: what it shows and offers depends on that.</summary>
    public required string Audience { get; set; }

    public required DateTimeOffset At { get; set; }
}
