using NodaTime;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>What the wall clock shows when something is said, and on which side of today days that come round are looked for.</summary>
internal readonly record struct WallClock(LocalDateTime Time, Side Side = Side.Both)
{
    public LocalDate Date => Time.Date;

    public int Year => Time.Year;

    public int Month => Time.Month;

    public static implicit operator LocalDateTime(WallClock clock) => clock.Time;
}

/// <summary>Where a day that comes round ("Saturday", "the 14th", "month end") is looked for.</summary>
internal enum Side
{
    /// <summary>The last one and the coming one, today among them.</summary>
    Both,

    /// <summary>Before today: it is today, but its time is still to come.</summary>
    Earlier,

    /// <summary>After today: it is today, but its time has passed.</summary>
    Later,
}
