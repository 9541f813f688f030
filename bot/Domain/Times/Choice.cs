using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>Keeps the readings that can be meant: one is found, several are asked, none is refused.</summary>
internal static class Choice
{
    // "now" is said in whole seconds.
    private static readonly Duration OneSecond = Duration.FromSeconds(1);

    public static TimeReading Of(IEnumerable<ResolvedTime> readings, Instant now, TimePurpose purpose)
    {
        var all = readings
            .Where(time => time.IsOnEveryCalendar)
            .Distinct()
            .OrderBy(time => time.StartUtc ?? time.EndUtc)
            .ThenBy(time => time.EndUtc)
            .ToList();
        var fitting = Coming([.. all.Where(time => Fits(time, now, purpose))], now, purpose);
        return (all.Count, fitting.Count) switch
        {
            (0, _) => new TimeReading.NotUnderstood(),
            (_, 0) => new TimeReading.Refused(purpose is TimePurpose.RestorePoint ? TimeRefusal.NotPast : TimeRefusal.NotFuture),
            (_, 1) => new TimeReading.Found(fitting[0]),
            _ => new TimeReading.Ambiguous(fitting),
        };
    }

    // "after Friday" goes on for ever: for a window the Friday to come is meant, not the last.
    private static List<ResolvedTime> Coming(List<ResolvedTime> all, Instant now, TimePurpose purpose)
    {
        var coming = all.Where(time => time.End is not null || time.StartUtc >= now).ToList();
        return purpose is TimePurpose.Window && coming.Count > 0 ? coming : all;
    }

    // A stretch that has begun holds restore points; one that has not ended can still be a window. "before X" looks back from X.
    private static bool Fits(ResolvedTime time, Instant now, TimePurpose purpose) => purpose switch
    {
        TimePurpose.RestorePoint => (time.StartUtc ?? time.EndUtc) <= now,
        TimePurpose.Window => time.EndUtc is not { } end || end > now - OneSecond,
        _ => true,
    };
}
