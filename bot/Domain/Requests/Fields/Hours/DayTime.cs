using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Fields.Hours;

/// <summary>A time of day as it was typed.</summary>
/// <param name="Half">"am" or "pm"; empty for neither.</param>
internal sealed record DayTime(string Hour, string Minute, string Half)
{
    private const int HalfDay = 12 * 60;

    // "08" and "8:00" are times of twenty-four hours; "8" alone may be one of twelve.
    private bool IsShort => Half.Length == 0 && Minute.Length == 0 && Hour[0] != '0';

    /// <summary>Minutes since midnight from the one to the other: none for what is no time, two where it may be meant twice.</summary>
    public static IEnumerable<(int From, int To)> Between(DayTime from, DayTime to)
    {
        // "8-6pm" begins in the morning, "2-6pm" hardly in the night.
        var half =
            from.Half.Length == 0 && to.Half.Length > 0 && from.IsShort && Before(from.Minutes(to.Half), to.Minutes(to.Half))
                ? to.Half
                : from.Half;
        if (from.Minutes(half) is not { } start || to.Minutes(to.Half) is not { } end || start >= WeekSpan.MinutesOfDay || start == end)
            yield break;

        if (from.IsShort && to.IsShort && end < start && end is > 0 and < HalfDay && end + HalfDay > start)
            yield return (start, end + HalfDay);
        yield return (start, end == 0 ? WeekSpan.MinutesOfDay : end);
    }

    private static bool Before(int? one, int? other) => one < other;

    private int? Minutes(string half)
    {
        var hour = int.Parse(Hour, CultureInfo.InvariantCulture);
        var minute = Minute.Length == 0 ? 0 : int.Parse(Minute, CultureInfo.InvariantCulture);
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0))
            return null;
        if (half.Length == 0)
            return hour * 60 + minute;

        return hour is >= 1 and <= 12 ? hour % 12 * 60 + minute + (half[0] is 'p' or 'P' ? HalfDay : 0) : null;
    }
}
