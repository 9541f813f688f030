using ChatOpsBot.Application.Outbox;

namespace ChatOpsBot.Application.Cards;

/// <summary>Who got a card.</summary>
/// <param name="Missing">Ids of those who cannot be written to.</param>
public sealed record PersonalCardsSent(int Reached, IReadOnlyList<string> Missing)
{
    public static PersonalCardsSent Nobody { get; } = new(0, []);

    /// <summary>Somebody may be reached later; null when nobody is left for whom that holds.</summary>
    public HandlingResult.Later? Again { get; init; }

    internal PersonalCardsSent With(string person, HandlingResult end) => end switch
    {
        HandlingResult.Later later => this with { Again = later },
        HandlingResult.PermanentFailure => this with { Missing = [.. Missing, person] },
        _ => this with { Reached = Reached + 1 },
    };
}
