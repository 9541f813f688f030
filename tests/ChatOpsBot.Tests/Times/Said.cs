using ChatOpsBot.Domain.Times;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Tests.Times;

/// <summary>What a reader makes of a text, as one line: the readings in order, "start/end" in the zone's own time.</summary>
internal static class Said
{
    private static readonly TimeReader Reader = new();
    private static readonly ZonedDateTimePattern Pattern = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<g>", null);

    /// <summary>Wednesday, the 19th of August 2026, half past ten in Berlin.</summary>
    public static TimeReference Wednesday { get; } = At(2026, 8, 19, 10, 30, "Europe/Berlin");

    public static TimeReference At(int year, int month, int day, int hour, int minute, string zone)
    {
        var there = DateTimeZoneProviders.Tzdb[zone];
        return new(new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(there).ToInstant(), there);
    }

    public static TimeReading Read(string text, TimePurpose purpose = TimePurpose.Any, TimeReference? at = null, string language = "en") =>
        Reader.Read(text, at ?? Wednesday, purpose, language);

    public static string Line(TimeReading reading) => reading switch
    {
        TimeReading.Found found => Line(found.Time),
        TimeReading.Ambiguous several => string.Join(" or ", several.Candidates.Select(Line)),
        TimeReading.Refused refused => $"refused: {refused.Why}",
        TimeReading.Length length => $"length {length.Period}",
        TimeReading.Latest => "latest",
        _ => "not understood",
    };

    private static string Line(ResolvedTime time)
    {
        var shift = time.Shift is ClockShift.None ? "" : $" {time.Shift}";
        return (time.IsMoment ? Line(time.Start) : $"{Line(time.Start)}/{Line(time.End)}") + shift;
    }

    private static string Line(ZonedDateTime? time) => time is { } known ? Pattern.Format(known) : "..";
}
