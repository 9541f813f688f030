using NodaTime;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>A part of the day.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// <summary>A time of day as said: twelve hours can be meant twice, twenty-four ("02:00", "14:30") cannot.</summary>
/// <param name="Usual">What a time that can be meant twice means, unless a part of the day says otherwise: "3 Uhr" (German).</param>
internal sealed record Clock(LocalTime Time, bool IsTwoSided, LocalTime? Usual = null)
{
    private const int HoursOfDay = 24;

    /// <summary>When a night ends for people who work in it: 2 am "last night" is this morning.</summary>
    public const int NightEnds = 9;

    /// <summary>Midnight at the end of a day, "24:00".</summary>
    public bool EndsDay { get; init; }

    public IEnumerable<LocalTime> Times => Usual is { } usual ? [usual] : IsTwoSided ? [Time, Time.PlusHours(12)] : [Time];

    /// <summary>A time of twelve hours from its parts; null when there is no such time.</summary>
    public static Clock? TwelveHours(int hour, int minute, int second, bool? isAfternoon)
    {
        if (hour is < 1 or > 12 || minute > 59 || second > 59)
            return null;

        var time = new LocalTime(hour % 12, minute, second);
        return new(isAfternoon is true ? time.PlusHours(12) : time, isAfternoon is null);
    }

    /// <summary>A time without "am" or "pm"; a leading zero or an hour beyond twelve says it is of twenty-four hours.</summary>
    public static Clock? Plain(string hour, int minute, int second)
    {
        var number = int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture);
        if (number is HoursOfDay && minute is 0 && second is 0)
            return new(LocalTime.Midnight, false) { EndsDay = true };
        if (number >= HoursOfDay || minute > 59 || second > 59)
            return null;

        return hour[0] == '0' || number > 12
            ? new(new LocalTime(number, minute, second), false)
            : TwelveHours(number, minute, second, null);
    }

    /// <summary>A time of twenty-four hours, though in the evening "8 Uhr" is said as well.</summary>
    public static Clock? OfDay(string hour, int minute, int second) =>
        Plain(hour, minute, second) is not { } clock ? null
        : clock.IsTwoSided ? clock with { Usual = new LocalTime(Signs.Parse(hour), minute, second) }
        : clock;

    /// <summary>The times that can be meant in a part of the day.</summary>
    public Clock In(DayPart? part) => part switch
    {
        null => this,
        _ when !IsTwoSided => this,
        DayPart.Morning => new(Time, false),
        DayPart.Night when Time.Hour < 6 => new(Time, false),
        _ => new(Time.PlusHours(12), false),
    };

    /// <summary>The moments of a day at this time; a night's small hours belong to the day after.</summary>
    public IEnumerable<LocalDateTime> On(LocalDate day, DayPart? part) =>
        In(part).Times.Select(time => (EndsDay || (part is DayPart.Night && time.Hour < NightEnds) ? day.PlusDays(1) : day).At(time));
}
