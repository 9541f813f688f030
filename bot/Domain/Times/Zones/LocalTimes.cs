using ChatOpsBot.Domain.Times.Grammar;
using NodaTime;

namespace ChatOpsBot.Domain.Times.Zones;

/// <summary>
/// Lays a stretch of the wall clock on a zone: a time the clocks skip moves forward, one they show twice is offered twice.
/// </summary>
internal static class LocalTimes
{
    public static IEnumerable<ResolvedTime> Resolve(Stretch stretch, DateTimeZone zone)
    {
        if (stretch.IsMoment)
            return Points(stretch.From!.Value, zone).Select(point => new ResolvedTime(point.At, point.At, point.Shift));

        return Ends(stretch.From, zone).SelectMany(start => Ends(stretch.To, zone), (start, end) => new ResolvedTime(
            start?.At, end?.At, start is { Shift: not ClockShift.None } shifted ? shifted.Shift : end?.Shift ?? ClockShift.None));
    }

    private static IEnumerable<Point?> Ends(LocalDateTime? end, DateTimeZone zone) =>
        end is { } known ? Points(known, zone).Select(point => (Point?)point) : [null];

    private static IEnumerable<Point> Points(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => [new(mapping.Single(), ClockShift.None)],
            0 => [new(local.InZone(zone, NodaTime.TimeZones.Resolvers.LenientResolver), ClockShift.MovedForward)],
            _ => [new(mapping.First(), ClockShift.FirstOfTwo), new(mapping.Last(), ClockShift.SecondOfTwo)],
        };
    }

    private readonly record struct Point(ZonedDateTime At, ClockShift Shift);
}
