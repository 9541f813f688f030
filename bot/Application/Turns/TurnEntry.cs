namespace ChatOpsBot.Application.Turns;

/// <summary>Whether a turn may be worked now.</summary>
internal enum TurnEntry
{
    Entered,

    /// <summary>Too many are worked at the moment.</summary>
    Busy,

    /// <summary>This person, or the tenant, sends more than is worked.</summary>
    TooFast,

    /// <summary>The same, and the person was told a moment ago.</summary>
    TooFastAgain,
}
