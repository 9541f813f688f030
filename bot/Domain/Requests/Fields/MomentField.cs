using ChatOpsBot.Domain.Times;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>A time, as people say it.</summary>
/// <param name="purpose">A restore point lies in the past, a window in the future.</param>
public sealed class MomentField(string id, TimePurpose purpose) : Field<Moment>(id)
{
    private const string OpenEnd = "..";
    private static readonly InstantPattern Iso = InstantPattern.ExtendedIso;

    public TimePurpose Purpose { get; } = purpose;

    private const int MostYears = 1000;

    /// <summary>"The latest", or "as soon as possible", is an answer too.</summary>
    public bool TakesOpen { get; init; }

    /// <summary>It is the end of something: of a stretch of time its last minute counts, and a length counts from now on.</summary>
    public bool IsEnd { get; init; }

    /// <summary>It is the start of something: of a stretch of time its first moment counts.</summary>
    public bool IsStart { get; init; }

    public override FieldReading Read(string typed, FieldContext context) =>
        context.Times.Read(
            IsEnd ? TimeReader.WithoutUntil(typed) : typed,
            new TimeReference(context.Now, context.Zone),
            Purpose,
            context.Language) switch
        {
            TimeReading.Found found when TakesOpen && IsAtOnce(found.Time, context.Now) => Right(Moment.Open),
            TimeReading.Found found => Right(Shaped(found.Time)),
            TimeReading.Ambiguous several => new FieldReading.Several([.. several.Candidates.Select(Shaped).Select(Write)]),
            TimeReading.Latest when TakesOpen && Purpose is TimePurpose.RestorePoint => Right(Moment.Open),
            TimeReading.Refused refused => new FieldReading.Wrong($"time.{refused.Why}"),
            TimeReading.Length length when IsEnd && IsWithinReason(length.Period) => Right(After(length.Period, context)),
            TimeReading.Length when !IsEnd => new FieldReading.Wrong("time.Length"),
            _ => new FieldReading.Wrong($"time.NotUnderstood.{Purpose}"),
        };

    public override Moment Parse(string written)
    {
        var parts = written.Split('|');
        var ends = parts[0].Split('/');
        return new(ReadEnd(ends[0]), ReadEnd(ends[1]), parts[1]) { Shift = Enum.Parse<ClockShift>(parts[2]) };
    }

    public static string Write(Moment moment) => $"{WriteEnd(moment.Start)}/{WriteEnd(moment.End)}|{moment.Zone}|{moment.Shift}";

    // "As soon as possible" still means that when it is looked at later. Now is said in whole seconds.
    private bool IsAtOnce(ResolvedTime time, Instant now) =>
        Purpose is TimePurpose.Window && time is { IsMoment: true, StartUtc: { } at } && at <= now && at > now - Duration.FromSeconds(1);

    // The calendar itself ends after eight thousand years.
    private static bool IsWithinReason(Period length) =>
        length.Years + (length.Months / 12) + (length.Weeks / 52) + (length.Days / 365) < MostYears;

    private static Moment After(Period length, FieldContext context)
    {
        var end = context.Now.InZone(context.Zone).LocalDateTime.Plus(length).InZoneLeniently(context.Zone).ToInstant();
        return new(end, end, context.Zone.Id);
    }

    private Moment Shaped(ResolvedTime time)
    {
        var moment = Moment.Of(time);
        return moment.IsSingle ? moment
            : IsEnd && moment.End is { } end ? AtLast(moment, end)
            : IsStart && moment.Start is { } start ? moment with { End = start }
            : moment;
    }

    // Midnight is shown as the last minute of the day before: "until the 18th" shall not read as the 19th.
    private static Moment AtLast(Moment moment, Instant end)
    {
        var place = DateTimeZoneProviders.Tzdb.GetZoneOrNull(moment.Zone) ?? DateTimeZone.Utc;
        var last = end.InZone(place).TimeOfDay == LocalTime.Midnight ? end - Duration.FromMinutes(1) : end;
        return moment with { Start = last, End = last };
    }

    private static FieldReading.Right Right(Moment moment) => new(Write(moment))
    {
        Notes = moment.Shift is ClockShift.None ? [] : [Problem.Of($"clock.{moment.Shift}")],
    };

    private static string WriteEnd(Instant? end) => end is { } instant ? Iso.Format(instant) : OpenEnd;

    private static Instant? ReadEnd(string text) => text == OpenEnd ? null : Iso.Parse(text).Value;
}
