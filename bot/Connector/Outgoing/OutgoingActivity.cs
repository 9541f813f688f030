using System.Text.Json.Nodes;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// A message to send: a text or one Adaptive Card, never both (Teams splits such a message and returns the id of one half only).
/// </summary>
public sealed record OutgoingActivity
{
    private OutgoingActivity(string? text, string? card, string? summary) => (Text, Card, Summary) = (text, card, summary);

    public string? Text { get; }

    /// <summary>The Adaptive Card as JSON.</summary>
    public string? Card { get; }

    /// <summary>What notifications and screen readers show instead of the card.</summary>
    public string? Summary { get; init; }

    /// <summary>Marks the message as important.</summary>
    public bool IsImportant { get; init; }

    /// <summary>Shows a notification in the person's activity feed.</summary>
    public bool Alerts { get; init; }

    /// <summary>BCP 47 tag of the language of the message.</summary>
    public string? Locale { get; init; }

    /// <summary>People mentioned in <see cref="Text"/>.</summary>
    public IReadOnlyList<Mention> Mentions { get; private init; } = [];

    public static OutgoingActivity OfText(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new(text, null, null);
    }

    /// <param name="card">The card's JSON.</param>
    /// <param name="summary">What notifications show: for a card alone they would be empty.</param>
    public static OutgoingActivity OfCard(JsonNode card, string summary)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        return new(null, card.ToJsonString(), summary);
    }

    /// <exception cref="ArgumentException">The text does not contain the tag of one of the mentions.</exception>
    public OutgoingActivity Mentioning(params IReadOnlyList<Mention> mentions)
    {
        if (mentions.FirstOrDefault(it => Text?.Contains(it.Tag, StringComparison.Ordinal) != true) is { } missing)
            throw new ArgumentException($"The text does not contain {missing.Tag}.", nameof(mentions));

        return this with { Mentions = mentions };
    }
}
