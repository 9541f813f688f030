using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>A time a person gave, pinned to the calendar when it was said: "last night" stays the same night.</summary>
/// <param name="Start">Null where it is open ("before Friday"), and for the newest there is.</param>
/// <param name="End">Exclusive; equal to the start for a single moment; null where it is open ("after 22:00").</param>
/// <param name="Zone">The zone it was said in, as tz database id or offset.</param>
public sealed record Moment(Instant? Start, Instant? End, string Zone)
{
    /// <summary>The newest there is, or as soon as can be: nobody knows when that is.</summary>
    public static Moment Open { get; } = new(null, null, "UTC");

    public ClockShift Shift { get; init; }

    public bool IsOpen => Start is null && End is null;

    /// <summary>One moment rather than a stretch of time.</summary>
    public bool IsSingle => Start is not null && Start == End;

    /// <summary>The first moment known of it.</summary>
    public Instant? First => Start ?? End;

    internal static Moment Of(ResolvedTime time) =>
        new(time.StartUtc, time.EndUtc, (time.Start ?? time.End)!.Value.Zone.Id) { Shift = time.Shift };
}
