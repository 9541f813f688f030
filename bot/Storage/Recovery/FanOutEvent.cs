using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>An event whose channels have their work put down, up to a version of it.</summary>
/// <param name="Fanned">The version up to which every channel has; 0 for none.</param>
public sealed record FanOutEvent(RecoveryEvent Event, int Fanned)
{
    /// <summary>The trace of what made its newest version, as a traceparent; null where none was on.</summary>
    public string? Trace { get; init; }

    /// <summary>Not every channel has been told to do something about its newest version.</summary>
    public bool IsBehind => Fanned < Event.Version;
}
