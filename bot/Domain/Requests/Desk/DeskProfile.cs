namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What cards may say about a desk, and offer there.</summary>
/// <param name="Name">Who works there, as the settings name them; null for the usual words.</param>
public sealed record DeskProfile(DeskKind Kind, DeskAbilities Abilities, string? Name = null)
{
    /// <summary>A desk that is no longer set up: nothing can be done there, and nothing is heard from it.</summary>
    public static DeskProfile NotSetUp(DeskKind kind) => new(kind, DeskAbilities.None);
}
