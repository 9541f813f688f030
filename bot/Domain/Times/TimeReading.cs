using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>What a time expression was taken for. The family is closed: there is no other kind of answer.</summary>
public abstract record TimeReading
{
    private TimeReading() { }

    /// <summary>There is one reading; it is shown for confirmation.</summary>
    public sealed record Found(ResolvedTime Time) : TimeReading;

    /// <summary>Several readings are possible, in order of time: to be asked, never guessed.</summary>
    public sealed record Ambiguous(IReadOnlyList<ResolvedTime> Candidates) : TimeReading;

    /// <summary>A span without a place on the calendar ("3 hours"): a window's length, never a restore point.</summary>
    public sealed record Length(Period Period) : TimeReading;

    /// <summary>The newest there is ("latest", "last full save"): the desk knows when that was, we do not.</summary>
    public sealed record Latest : TimeReading;

    /// <summary>Understood, and not what can be asked for.</summary>
    public sealed record Refused(TimeRefusal Why) : TimeReading;

    /// <summary>No time was recognised.</summary>
    public sealed record NotUnderstood : TimeReading;
}

/// <summary>Why a time that was understood cannot be taken.</summary>
public enum TimeRefusal
{
    /// <summary>"every night": one time is wanted.</summary>
    Repetition,

    /// <summary>A restore point in the future.</summary>
    NotPast,

    /// <summary>A window in the past.</summary>
    NotFuture,
}
