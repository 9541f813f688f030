namespace ChatOpsBot.Host.Local;

/// <summary>Why a further Playground is not there.</summary>
internal enum PlaygroundFault
{
    /// <summary>As many run as may run, or the first one does not.</summary>
    Full,

    /// <summary>It has not said that it listens within the time it is given.</summary>
    Late,

    /// <summary>It ended by itself; the terminal says why.</summary>
    Ended,
}
