using ChatOpsBot.Domain.Times.Grammar;
using ChatOpsBot.Domain.Times.Words;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>Reads times as people say them.</summary>
public sealed class TimeReader
{
    /// <summary>The longest expression that is read; a longer text is no time.</summary>
    public const int LongestText = 120;

    private readonly Rewriting _rewriting = new(TimeWords.English);

    /// <summary>
    /// Reads an English time expression, such as "last night", "the 14th 23:30 UTC", "between Friday 22:00 and Saturday 06:00" or
    /// ISO 8601. A zone that is said wins over the person's.
    /// </summary>
    public TimeReading Read(string text, TimeReference reference, TimePurpose purpose)
    {
        var said = text.Trim().TrimEnd('.', '!', '?');
        if (said.Length is 0 or > LongestText)
            return new TimeReading.NotUnderstood();
        if (IsoTime.ReadOffset(said) is { } exact)
            return Choice.Of([Exact(exact)], reference.Now, purpose);
        if (IsoTime.ReadLocal(said) is { } local)
            return Choice.Of(LocalTimes.Resolve(Stretch.Moment(local), reference.Zone), reference.Now, purpose);

        return IsoTime.ReadInterval(said, reference.Zone) is { } interval
            ? Choice.Of([interval], reference.Now, purpose)
            : ReadWords(said, reference, purpose);
    }

    private TimeReading ReadWords(string said, TimeReference reference, TimePurpose purpose)
    {
        if (ZoneAtEnd.Read(said, TimeWords.English) is { } zoned && TimeGrammar.Read(_rewriting.Write(zoned.Before)) is { } inZone)
            return Place(inZone, reference with { Zone = zoned.Zone }, purpose);

        return TimeGrammar.Read(_rewriting.Write(said)) is { } expression ? Place(expression, reference, purpose) : new TimeReading.NotUnderstood();
    }

    private static TimeReading Place(Expression expression, TimeReference reference, TimePurpose purpose) => expression switch
    {
        Expression.Newest => new TimeReading.Latest(),
        Expression.Repeated => new TimeReading.Refused(TimeRefusal.Repetition),
        Expression.Length length => new TimeReading.Length(length.Period),
        Expression.OfDay ofDay => Choice.Of(OfDay(ofDay.Clock, reference, purpose), reference.Now, purpose),
        Expression.OnCalendar there => Choice.Of(Resolve(there.Meaning(reference.LocalNow), reference), reference.Now, purpose),
        _ => new TimeReading.NotUnderstood(),
    };

    // A time alone is the last or the next such time, as what it is wanted for asks.
    private static IEnumerable<ResolvedTime> OfDay(Clock clock, TimeReference reference, TimePurpose purpose) => clock.Times.SelectMany(time =>
    {
        var around = Resolve(Enumerable.Range(-2, 5).Select(step => Stretch.Moment(reference.LocalNow.Date.PlusDays(step).At(time))), reference).ToList();
        return purpose switch
        {
            TimePurpose.RestorePoint => Same(around.Where(found => found.StartUtc <= reference.Now).OrderByDescending(found => found.StartUtc)),
            TimePurpose.Window => Same(around.Where(found => found.StartUtc > reference.Now).OrderBy(found => found.StartUtc)),
            _ => around.Where(found => found.Start?.Date == reference.LocalNow.Date),
        };
    });

    // The first, and the same time again where the clocks show it twice.
    private static IEnumerable<ResolvedTime> Same(IEnumerable<ResolvedTime> times)
    {
        var ordered = times.ToList();
        return ordered.Where(time => time.Start?.LocalDateTime == ordered[0].Start?.LocalDateTime);
    }

    private static IEnumerable<ResolvedTime> Resolve(IEnumerable<Stretch> stretches, TimeReference reference) =>
        stretches.SelectMany(stretch => LocalTimes.Resolve(stretch, reference.Zone));

    private static ResolvedTime Exact(OffsetDateTime exact)
    {
        var at = exact.InFixedZone();
        return new(at, at);
    }
}
