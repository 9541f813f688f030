using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Days: "yesterday", "last Friday", "the 14th", "Tuesday the eleventh", "next month's 15th".</summary>
internal static class DayGrammar
{
    private static readonly Parser<int> Steps = OneOf(Sign("last", -1), Sign("this", 0), Sign("next", 1));

    private static readonly Parser<DayMeaning> Relative = OneOf(
        Counted("day-before-yesterday", -2), Counted("day-after-tomorrow", 2), Counted("day-before", -1), Counted("day-after", 1),
        Sign("last").SkipAnd(Sign("unit-business-day")).Then(_ => One(today => BusinessDay(today, -1))),
        OneOf(Sign("next"), Sign("coming")).SkipAnd(Sign("unit-business-day")).Then(_ => One(today => BusinessDay(today, 1))),
        Counted("yesterday", -1), Counted("tomorrow", 1), Counted("today", 0));

    private static readonly Parser<DayMeaning> SteppedWeekday = OneOf(
        Steps.And(Weekday).Then(said => One(today => Calendar.WeekdayOfWeek(said.Item2, today, said.Item1))),
        Has(Sign("this")).SkipAnd(Sign("past")).SkipAnd(Weekday).Then(day => One(today => Back(day, today))),
        Has(Sign("this")).SkipAnd(Sign("coming")).SkipAnd(Weekday).Then(day => One(today => Forward(day, today))),
        OneOf(Sign("recent").SkipAnd(Weekday), Weekday.AndSkip(Sign("recent")))
            .Then(day => Either(today => Calendar.WeekdayOfWeek(day, today, -1), today => Back(day, today))),
        OneOf(Sign("nearest").SkipAnd(Weekday), Weekday.AndSkip(Sign("nearest")))
            .Then(day => Either(today => Forward(day, today), today => Calendar.WeekdayOfWeek(day, today, 1))),
        Weekday.And(Steps).AndSkip(Sign("unit-week")).Then(said => One(today => Calendar.WeekdayOfWeek(said.Item1, today, said.Item2))),
        Steps.AndSkip(Sign("unit-week")).AndSkip(Has(Terms.Text("-"))).And(Weekday)
            .Then(said => One(today => Calendar.WeekdayOfWeek(said.Item2, today, said.Item1))));

    private static readonly Parser<DayMeaning> NumberedWeekday = OneOf(
        Weekday.AndSkip(Sign("the")).And(Ordinal).Then(said => ThisMonths(said.Item1, said.Item2)),
        Weekday.And(OneOf(Ordinal, Number(31).AndSkip(Not(OneOf(ClockTail, Literals.Text("."))))))
            .Then(said => (DayMeaning)(now => Calendar.MonthsDay(said.Item2, now, said.Item1))));

    private static readonly Parser<DayMeaning> Numbered = OneOf(
        Ordinal.AndSkip(Has(Sign("unit-day"))).And(Steps).AndSkip(Sign("unit-month")).Then(said => InMonth(said.Item1, said.Item2)),
        Ordinal.AndSkip(Sign("unit-day")).AndSkip(Sign("unit-month")).Then(day => InMonth(day, 0)),
        Ordinal.Then(day => (DayMeaning)(now => Calendar.MonthsDay(day, now))),
        Sign("the").SkipAnd(Number(31)).Then(day => (DayMeaning)(now => Calendar.MonthsDay(day, now))));

    private static readonly Parser<DayMeaning> NthWeekday = OneOf(
        Ordinal.And(Weekday).AndSkip(Has(Sign("in"))).And(Steps).AndSkip(Sign("unit-month")).Then(said =>
            One(today => Nth(said.Item1, said.Item2, Calendar.FirstOfMonth(today).PlusMonths(said.Item3)))),
        Sign("last").SkipAnd(Weekday).AndSkip(Has(Sign("in"))).And(Steps).AndSkip(Sign("unit-month")).Then(said =>
            One(today => Calendar.FirstOfMonth(today).PlusMonths(said.Item2 + 1).Previous(said.Item1))));

    /// <summary>"month-end", "end of last month", "quarter end", "last year end": the last day of it.</summary>
    public static Parser<DayMeaning> MonthEnd { get; } = OneOf(
        Steps.AndSkip(Sign("month-end")).Then(step => One(today => Calendar.LastOfMonth(Calendar.FirstOfMonth(today).PlusMonths(step)))),
        Steps.AndSkip(Sign("unit-month")).AndSkip(Sign("month-end"))
            .Then(step => One(today => Calendar.LastOfMonth(Calendar.FirstOfMonth(today).PlusMonths(step)))),
        Sign("end").SkipAnd(Steps).AndSkip(Sign("unit-month"))
            .Then(step => One(today => Calendar.LastOfMonth(Calendar.FirstOfMonth(today).PlusMonths(step)))),
        Sign("last").SkipAnd(Sign("unit-day")).SkipAnd(Month).Then(month => (DayMeaning)(now =>
            Calendar.MonthDay(month, 1, now).Select(Calendar.LastOfMonth))),
        Sign("month-end").Then(_ => (DayMeaning)(now => Ends(now, Calendar.LastOfMonth, 1))),
        Steps.AndSkip(Sign("end-of-quarter")).Then(step => One(today => Calendar.LastOfQuarter(today.PlusMonths(3 * step)))),
        Sign("end-of-quarter").Then(_ => (DayMeaning)(now => Ends(now, Calendar.LastOfQuarter, 3))),
        Steps.AndSkip(Sign("end-of-year")).Then(step => One(today => new(today.Year + step, 12, 31))),
        Sign("end-of-year").Then(_ => (DayMeaning)(now => Ends(now, day => new(day.Year, 12, 31), 12))));

    // Behind a weekday "month-end" names the run, not the day: "Friday's month-end" is Friday.
    private static readonly Parser<DayMeaning> PlainWeekday =
        Weekday.Then(day => (DayMeaning)(now => Calendar.Weekday(day, now.Date, now.Side)));

    /// <summary>A day whose name ends without a number, so that a number behind it is a time.</summary>
    public static Parser<DayMeaning> WithoutNumber { get; } = OneOf(Relative, SteppedWeekday, PlainWeekday).AndSkip(Has(Sign("month-end")));

    /// <summary>Any day.</summary>
    public static Parser<DayMeaning> Any { get; } = Once(OneOf(
        DateGrammar.Any, Relative, NthWeekday, MonthEnd, NumberedWeekday, Numbered,
        SteppedWeekday.AndSkip(Has(Sign("month-end"))), PlainWeekday.AndSkip(Has(Sign("month-end")))));

    private static Parser<DayMeaning> Counted(string sign, int days) => Sign(sign).Then(_ => One(today => today.PlusDays(days)));

    // Of the stretch that is over and of this one; on its last day itself it may be of the next.
    private static IEnumerable<LocalDate> Ends(WallClock now, Func<LocalDate, LocalDate> last, int months) => now.Side is Side.Later
        ? new[] { last(now.Date), last(now.Date.PlusMonths(months)) }.Where(day => day > now.Date).Take(1)
        : [last(now.Date.PlusMonths(-months)), last(now.Date)];

    private static DayMeaning One(Func<LocalDate, LocalDate> day) => now => [day(now.Date)];

    private static DayMeaning Either(Func<LocalDate, LocalDate> one, Func<LocalDate, LocalDate> other) => now =>
        new[] { one(now.Date), other(now.Date) }.Distinct();

    private static LocalDate BusinessDay(LocalDate today, int direction) =>
        Enumerable
            .Range(1, 7)
            .Select(step => today.PlusDays(step * direction))
            .First(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));

    private static LocalDate Back(IsoDayOfWeek day, LocalDate today) => Calendar.Weekday(day, today).First();

    private static LocalDate Forward(IsoDayOfWeek day, LocalDate today) =>
        today.DayOfWeek == day ? today.PlusDays(7) : Calendar.Weekday(day, today).Last();

    private static DayMeaning InMonth(int day, int step) => now =>
    {
        var month = Calendar.FirstOfMonth(now.Date).PlusMonths(step);
        return Calendar.Day(month.Year, month.Month, day) is { } found ? [found] : [];
    };

    private static DayMeaning ThisMonths(IsoDayOfWeek weekday, int day) => now =>
        Calendar.Day(now.Year, now.Month, day) is { } found && found.DayOfWeek == weekday ? [found] : Calendar.MonthsDay(day, now, weekday);

    private static LocalDate Nth(int count, IsoDayOfWeek weekday, LocalDate first) =>
        (first.DayOfWeek == weekday ? first : first.Next(weekday)).PlusWeeks(count - 1);
}
