using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>
/// A line of an event's history: what happened, when, by whom. Lines are added and never changed; a correction is a line too.
/// </summary>
/// <param name="By">Null for what came from outside without a person.</param>
/// <param name="State">The state after it.</param>
/// <param name="Text">What was said with it; null for nothing.</param>
public sealed record TimelineEntry(TimelineKind Kind, DateTimeOffset At, Person? By, RecoveryState State, string? Text)
{
    /// <summary>The place in the timeline, from 0, of the line that this one corrects; null where it corrects none.</summary>
    public int? Corrects { get; init; }

    /// <summary>It made more of the event than was declared before: another system, or an unplanned failover of a planned switch.</summary>
    public bool Widens { get; init; }

    /// <summary>
    /// Whoever said it held no role: those who decide read it, and everybody else once the event was approved after it.
    /// </summary>
    public bool NeedsApproval { get; init; }

    /// <summary>The number of the real event for which a drill was called off; null for any other line.</summary>
    public int? GaveWayTo { get; init; }
}

/// <summary>What a line of the timeline tells of.</summary>
public enum TimelineKind
{
    Declared,

    /// <summary>Somebody declared the same again, and joined.</summary>
    Joined,

    /// <summary>A step to another state.</summary>
    Step,

    /// <summary>News without a step.</summary>
    Update,

    /// <summary>What an earlier line said was wrong.</summary>
    Correction,
}
