using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>
/// A time as it lies on the calendar, with its zone. One moment has the same start and end; "before" has no start, "after" has no end.
/// The end is exclusive.
/// </summary>
/// <param name="Start">The first moment of it, in the zone it was said in; null when open.</param>
/// <param name="End">The first moment no longer of it; null when open.</param>
/// <param name="Shift">What the clocks being put forward or back did to it.</param>
public sealed record ResolvedTime(ZonedDateTime? Start, ZonedDateTime? End, ClockShift Shift = ClockShift.None)
{
    // What a database and a clock can hold.
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    /// <summary>
    /// False at either end of the calendar: the last day of the year 9999 is past the end of all time in a zone to the west, and a day of
    /// the year 1 may lie before its beginning. Nobody means either.
    /// </summary>
    internal bool IsOnEveryCalendar =>
        Start is not { Year: <= FirstYear or >= LastYear } && End is not { Year: <= FirstYear or >= LastYear };

    /// <summary>A single moment rather than a stretch of time.</summary>
    public bool IsMoment => Start is { } start && End is { } end && start.ToInstant() == end.ToInstant();

    /// <summary>The start in UTC.</summary>
    public Instant? StartUtc => Start?.ToInstant();

    /// <summary>The end in UTC, exclusive.</summary>
    public Instant? EndUtc => End?.ToInstant();
}

/// <summary>What daylight saving did to a time.</summary>
public enum ClockShift
{
    None,

    /// <summary>The clocks skipped what was said; it was moved forward by as much as they were.</summary>
    MovedForward,

    /// <summary>The clocks showed it twice; this is the first time.</summary>
    FirstOfTwo,

    /// <summary>The clocks showed it twice; this is the second time.</summary>
    SecondOfTwo,
}
