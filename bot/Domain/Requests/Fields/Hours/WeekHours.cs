using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields.Hours;

/// <summary>Hours that come back every week, in one time zone.</summary>
/// <param name="Spans">In the order they were given; at least one.</param>
/// <param name="Zone">As tz database id.</param>
public sealed record WeekHours(IReadOnlyList<WeekSpan> Spans, string Zone)
{
    /// <summary>Every minute of the week.</summary>
    public bool IsAlways => Spans.SelectMany(span => span.Days.Where(_ => span.IsWholeDay)).Distinct().Count() == WeekSpan.DaysOfWeek.Count;
}

/// <summary>The same hours on some days of the week.</summary>
/// <param name="Days">From Monday on, none twice.</param>
/// <param name="From">Minutes since midnight, 0 to 1439.</param>
/// <param name="To">Minutes since midnight, exclusive, 1 to 1440. Where it is not after <paramref name="From"/>, it lies in the day
/// after.</param>
public sealed record WeekSpan(IReadOnlyList<IsoDayOfWeek> Days, int From, int To)
{
    public const int MinutesOfDay = 24 * 60;

    public static IReadOnlyList<IsoDayOfWeek> DaysOfWeek { get; } =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not IsoDayOfWeek.None)];

    public bool IsWholeDay => From == 0 && To == MinutesOfDay;

    /// <summary>It ends in the day after the one it begins in.</summary>
    public bool IsOverMidnight => To <= From;

    /// <summary>The days as runs, each by its first and last day: Monday to Friday, Sunday.</summary>
    public IEnumerable<(IsoDayOfWeek First, IsoDayOfWeek Last)> Runs()
    {
        for (var at = 0; at < Days.Count; at++)
        {
            var first = at;
            while (at + 1 < Days.Count && Days[at + 1] == Days[at] + 1)
                at++;
            yield return (Days[first], Days[at]);
        }
    }
}
