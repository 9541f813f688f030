using ChatOpsBot.Cards;

namespace ChatOpsBot.Application.Cards;

/// <summary>A card for one person, sent to their personal chat.</summary>
/// <param name="Audience">Whom it is drawn for, as it is noted beside the card.</param>
public sealed record PersonalCard(Card Card, string Audience)
{
    /// <summary>Nobody else's card has this audience, so that it is theirs in whichever chat it stands.</summary>
    public bool IsForOnePerson { get; init; }

    /// <summary>Teams shows a notification beside it.</summary>
    public bool Alerts { get; init; }

    public bool IsImportant { get; init; }
}
