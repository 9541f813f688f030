namespace ChatOpsBot.Cards;

/// <summary>An Adaptive Card 1.5 as Teams draws it.</summary>
public sealed record Card
{
    /// <summary>One plain sentence with the card's gist: the notification, and what a screen reader says first.</summary>
    public required string Summary { get; init; }
}
