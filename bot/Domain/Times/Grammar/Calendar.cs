using System.Globalization;
using Microsoft.Recognizers.Text.DataTypes.TimexExpression;
using NodaTime;
using NodaTime.Calendars;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Days by their place on the calendar; TIMEX (ISO 24617-1) says what is definite, and its resolver where that lies.</summary>
internal static class Calendar
{
    /// <summary>The last and the coming day of a name. Named today, it is a week ago or today.</summary>
    public static IEnumerable<LocalDate> Weekday(IsoDayOfWeek weekday, LocalDate today, Side side = Side.Both) =>
        (side, today.DayOfWeek == weekday) switch
        {
            (Side.Both, true) => [today.PlusDays(-7), today],
            (Side.Both, false) => Resolve(new TimexProperty { DayOfWeek = (int)weekday }, today).Select(entry => Date(entry.Value)),
            (Side.Earlier, _) => [today.Previous(weekday)],
            _ => [today.Next(weekday)],
        };

    /// <summary>A day of the week that lies some weeks from this one.</summary>
    public static LocalDate WeekdayOfWeek(IsoDayOfWeek weekday, LocalDate today, int weeks) =>
        Monday(today).PlusWeeks(weeks).PlusDays((int)weekday - 1);

    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>A day of a month in its last year, today included, and its next.</summary>
    public static IEnumerable<LocalDate> MonthDay(int month, int day, WallClock now) =>
        Around(Enumerable.Range(now.Year - 8, 17).Select(year => Day(year, month, day)).OfType<LocalDate>(), now);

    /// <summary>A numbered day in its last month, today included, and its next.</summary>
    public static IEnumerable<LocalDate> MonthsDay(int day, WallClock now, IsoDayOfWeek? weekday = null)
    {
        var months = Enumerable
            .Range(-120, 241)
            .Select(step => now.Date.PlusMonths(step))
            .Select(month => Day(month.Year, month.Month, day))
            .OfType<LocalDate>()
            .Where(date => weekday is null || date.DayOfWeek == weekday)
            .ToList();
        return weekday is not null && months.Contains(now.Date) ? [now.Date] : Around(months, now);
    }

    /// <summary>Of days that come round, the last (today included) and the next, or what of them lies on one side of today.</summary>
    /// <param name="days">In their order.</param>
    public static IEnumerable<LocalDate> Around(IEnumerable<LocalDate> days, WallClock now)
    {
        var all = days.ToList();
        return now.Side switch
        {
            Side.Earlier => all.Where(date => date < now.Date).TakeLast(1),
            Side.Later => all.Where(date => date > now.Date).Take(1),
            _ => [.. all.Where(date => date <= now.Date).TakeLast(1), .. all.Where(date => date > now.Date).Take(1)],
        };
    }

    /// <summary>A day that the calendar has; null for the 30th of February.</summary>
    public static LocalDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    public static LocalDate FirstOfMonth(LocalDate day) => new(day.Year, day.Month, 1);

    public static LocalDate LastOfMonth(LocalDate day) => FirstOfMonth(day).PlusMonths(1).PlusDays(-1);

    public static LocalDate LastOfQuarter(LocalDate day) => LastOfMonth(new(day.Year, (day.Month + 2) / 3 * 3, 1));

    public static Stretch Month(int year, int month) => Range(new TimexProperty { Year = year, Month = month });

    public static Stretch Year(int year) => Range(new TimexProperty { Year = year });

    public static Stretch Weekend(LocalDate day) => Range(new TimexProperty
    {
        Year = WeekYearRules.Iso.GetWeekYear(day),
        WeekOfYear = WeekYearRules.Iso.GetWeekOfWeekYear(day),
        Weekend = true,
    });

    /// <summary>Monday to Monday.</summary>
    public static Stretch Week(LocalDate day) => Stretch.Days(Monday(day), Monday(day).PlusWeeks(1));

    /// <summary>A part of a day as TIMEX bounds it; an overlong last minute is closed to midnight.</summary>
    public static Stretch Part(LocalDate day, DayPart part)
    {
        var range = Range(new TimexProperty
        {
            Year = day.Year,
            Month = day.Month,
            DayOfMonth = day.Day,
            PartOfDay = part switch { DayPart.Morning => "MO", DayPart.Afternoon => "AF", DayPart.Evening => "EV", _ => "NI" },
        });
        return part is DayPart.Night ? range with { To = day.PlusDays(1).AtMidnight() } : range;
    }

    private static Stretch Range(TimexProperty timex)
    {
        var entry = Resolve(timex, new LocalDate(2000, 1, 1)).Single();
        return new(DateAndTime(entry.Start), DateAndTime(entry.End));
    }

    private static List<Resolution.Entry> Resolve(TimexProperty timex, LocalDate today) =>
        TimexResolver.Resolve([timex.TimexValue], today.ToDateTimeUnspecified()).Values;

    private static LocalDate Date(string value) => LocalDate.FromDateTime(DateTime.Parse(value, CultureInfo.InvariantCulture));

    private static LocalDateTime DateAndTime(string value) => value.Contains(" 24:", StringComparison.Ordinal)
        ? Date(value[..10]).PlusDays(1).AtMidnight()
        : LocalDateTime.FromDateTime(DateTime.Parse(value, CultureInfo.InvariantCulture));
}
