using ChatOpsBot.Domain.Times.Grammar;
using ChatOpsBot.Domain.Times.Zones;

namespace ChatOpsBot.Domain.Times;

/// <summary>Lays a time of day on a day: without one it is the last or the next such time, as what it is wanted for asks.</summary>
internal static class TimesOfDay
{
    private const int FirstDay = -2;
    private const int Days = 5;

    public static IEnumerable<ResolvedTime> Resolve(Expression.OfDay ofDay, TimeReference reference, TimePurpose purpose) => Enumerable
        .Range(FirstDay, Days)
        .SelectMany(step => ofDay.On(reference.LocalNow.Date.PlusDays(step)))
        .SelectMany(stretch => LocalTimes.Resolve(stretch, reference.Zone), (stretch, time) => (Clock: stretch.From?.TimeOfDay, Time: time))
        .GroupBy(it => it.Clock, it => it.Time)
        .SelectMany(same => Fitting([.. same], reference, purpose))
        .Select(time => Opened(time, ofDay.Open));

    private static IEnumerable<ResolvedTime> Fitting(List<ResolvedTime> times, TimeReference reference, TimePurpose purpose) =>
        purpose switch
        {
            TimePurpose.RestorePoint => Same(times.Where(time => time.StartUtc <= reference.Now).OrderByDescending(time => time.StartUtc)),
            TimePurpose.Window => Same(times.Where(time => time.EndUtc > reference.Now).OrderBy(time => time.StartUtc)),
            _ => times.Where(time => time.Start?.Date == reference.LocalNow.Date),
        };

    // The first, and the same time again where the clocks show it twice.
    private static IEnumerable<ResolvedTime> Same(IEnumerable<ResolvedTime> times)
    {
        var ordered = times.ToList();
        return ordered.Where(time => time.Start?.LocalDateTime == ordered[0].Start?.LocalDateTime);
    }

    private static ResolvedTime Opened(ResolvedTime time, OpenSide open) => open switch
    {
        OpenSide.Before => time with { Start = null },
        OpenSide.After => time with { End = null },
        _ => time,
    };
}
