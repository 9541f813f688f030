namespace ChatOpsBot.Sandbox;

/// <summary>What is wrong with a played desk, for every call but those for a token.</summary>
public enum DeskTrouble
{
    None,

    /// <summary>Connections break before an answer.</summary>
    Unreachable,

    /// <summary>Every answer takes <see cref="DeskTroubles.Slowness"/>.</summary>
    Slow,

    Unauthorized,
    Forbidden,
    TooManyRequests,
    ServerError,
}
