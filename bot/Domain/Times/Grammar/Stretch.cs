using NodaTime;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>A stretch of the wall clock, its end exclusive; a moment has both ends the same, and a missing end is open.</summary>
internal sealed record Stretch(LocalDateTime? From, LocalDateTime? To)
{
    public static Stretch Moment(LocalDateTime at) => new(at, at);

    public static Stretch Day(LocalDate day) => new(day.AtMidnight(), day.PlusDays(1).AtMidnight());

    public static Stretch Days(LocalDate from, LocalDate to) => new(from.AtMidnight(), to.AtMidnight());

    public bool IsMoment => From is not null && From == To;
}

/// <summary>What an expression can mean when the wall clock shows a time, every reading of it.</summary>
internal delegate IEnumerable<Stretch> Meaning(WallClock now);

/// <summary>The days an expression can mean when the wall clock shows a time.</summary>
internal delegate IEnumerable<LocalDate> DayMeaning(WallClock now);
