using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Stretches of days by name: "last week", "next 3 days", "April 2017", "the week of the 18th", "end of month".</summary>
internal static class SpanGrammar
{
    /// <summary>The last weekend and the one to come: "before the weekend" can be said of either.</summary>
    public static Meaning Weekends { get; } = now => [Calendar.Weekend(now.Date.PlusWeeks(-1)), Calendar.Weekend(now.Date)];

    private static readonly Parser<int> Steps = OneOf(
        Sign("last", -1), Sign("past", -1), Sign("this", 0), Sign("next", 1), Sign("coming", 1));

    private static readonly Parser<int> Direction = OneOf(Sign("last", -1), Sign("past", -1), Sign("next", 1), Sign("coming", 1));

    private static readonly Parser<Meaning> Unit = OneOf(
        Sign("weekend-around").Then(_ => Weekends),
        Span("unit-week", (day, step) => Calendar.Week(day.PlusWeeks(step))),
        Span("weekend", (day, step) => Calendar.Weekend(day.PlusWeeks(step))),
        Span(
            "workweek",
            (day, step) => Stretch.Days(Calendar.Monday(day).PlusWeeks(step), Calendar.Monday(day).PlusWeeks(step).PlusDays(5))),
        Span("unit-month", (day, step) => MonthOf(day.PlusMonths(step))),
        Span(
            "unit-fortnight",
            (day, step) => Stretch.Days(Calendar.Monday(day).PlusWeeks(2 * step), Calendar.Monday(day).PlusWeeks(2 * (step + 1)))),
        Span("quarter", (day, step) => Quarter(day.PlusMonths(3 * step))),
        Span("unit-year", (day, step) => Calendar.Year(day.Year + step)));

    private static readonly Parser<Meaning> AfterNext = OneOf(
        Sign("unit-week").AndSkip(Sign("after")).AndSkip(Sign("next")).Then(_ => (Meaning)(now => [Calendar.Week(now.Date.PlusWeeks(2))])),
        Sign("weekend").AndSkip(Sign("after")).AndSkip(Sign("next")).Then(_ => (Meaning)(now => [Calendar.Weekend(now.Date.PlusWeeks(2))])));

    private static readonly Parser<Meaning> Counted = OneOf(
        Direction.And(AmountGrammar.Amount).Then(said => Run(said.Item2, said.Item1)),
        Direction.And(AmountGrammar.Single).Then(said => Run(said.Item2, said.Item1)),
        BusinessDays(Direction.And(Number(99)).AndSkip(Sign("unit-business-day"))),
        Number(9999, 4).And(Direction).And(AmountUnit()).Then(said => Run(said.Item3(said.Item1), said.Item2)),
        Sign("within").SkipAnd(Has(Sign("the"))).SkipAnd(Has(Sign("next"))).SkipAnd(OneOf(AmountGrammar.Amount,
            AmountGrammar.Single.AndSkip(Sign("and")).And(AmountGrammar.Amount).Then(said => said.Item1 + said.Item2))).Then(RunNow));

    private static readonly Parser<Meaning> Months = OneOf(
        Month.AndSkip(Has(OneOf(Terms.Text("-"), Terms.Text("/"), Terms.Text(",")))).And(Year)
            .Then(said => (Meaning)(_ => [Calendar.Month(said.Item2, said.Item1)])),
        Year.AndSkip(Has(OneOf(Terms.Text("-"), Terms.Text("/"))))
            .And(Month)
            .Then(said => (Meaning)(_ => [Calendar.Month(said.Item1, said.Item2)])),
        Year.AndSkip(OneOf(Terms.Text("-"), Terms.Text("/")))
            .And(Number(12))
            .Then(said => (Meaning)(_ => [Calendar.Month(said.Item1, said.Item2)])),
        Number(12)
            .AndSkip(OneOf(Terms.Text("-"), Terms.Text("/")))
            .And(Year)
            .Then(said => (Meaning)(_ => [Calendar.Month(said.Item2, said.Item1)])),
        Steps.And(Month).Then(said => (Meaning)(now => [Calendar.Month(now.Year + said.Item1, said.Item2)])),
        Month.Then(month => (Meaning)(now => Calendar.MonthDay(month, 1, now).Select(MonthOf))));

    private static readonly Parser<Meaning> Years = OneOf(Sign("unit-year").SkipAnd(Year), Year)
        .Then(year => (Meaning)(_ => [Calendar.Year(year)]));

    private static readonly Parser<Meaning> WeekOf = OneOf(
        Sign("week-of").SkipAnd(DayGrammar.Any).Then(day => (Meaning)(now => day(now).Select(Calendar.Week))),
        Sign("unit-week").SkipAnd(Number(53)).And(Maybe(Year)).Then(said => (Meaning)(now =>
            [Calendar.Week(new LocalDate(said.Item2 == 0 ? now.Year : said.Item2, 1, 4).PlusWeeks(said.Item1 - 1))])));

    private static readonly Parser<int> Rank = OneOf(Ordinal, Sign("last", 0));

    private static readonly Parser<Meaning> WeekIn = Rank.AndSkip(OneOf(Sign("unit-week"), Sign("week-of")))
        .And(OneOf(Months, Unit, Years))
        .Then(said => (Meaning)(now => said.Item2(now).Select(whole => WeekWithin(whole, said.Item1))));

    private static readonly Parser<Meaning> WeekdayIn = WeekIn.And(Weekday).Then(said => (Meaning)(now =>
        said.Item1(now).Select(week => Stretch.Day(week.From!.Value.Date.PlusDays((int)said.Item2 - 1)))));

    /// <summary>A stretch of days that has a name.</summary>
    public static Parser<Meaning> Any { get; } = Once(OneOf(WeekdayIn, WeekIn, WeekOf, AfterNext, Unit, Counted, Months, Years));

    private static Parser<Meaning> Span(string sign, Func<LocalDate, int, Stretch> make) =>
        OneOf(Steps, Has(Sign("the")).Then(_ => 0))
            .AndSkip(OneOf(Sign(sign), Sign($"{sign}-around")))
            .AndSkip(Not(Digits(1, 4)))
            .AndSkip(Not(Sign("after").And(Sign("next"))))
            .Then(step => (Meaning)(now => [make(now.Date, step)]));

    private static Parser<Func<int, Period>> AmountUnit() => OneOf(
        Sign("unit-second").Then(_ => (Func<int, Period>)(count => Period.FromSeconds(count))),
        Sign("unit-minute").Then(_ => (Func<int, Period>)(count => Period.FromMinutes(count))),
        Sign("unit-hour").Then(_ => (Func<int, Period>)(count => Period.FromHours(count))),
        Sign("unit-day").Then(_ => (Func<int, Period>)Period.FromDays),
        Sign("unit-week").Then(_ => (Func<int, Period>)Period.FromWeeks),
        Sign("unit-month").Then(_ => (Func<int, Period>)Period.FromMonths),
        Sign("unit-year").Then(_ => (Func<int, Period>)Period.FromYears));

    private static Parser<Meaning> BusinessDays(Parser<(int Direction, int Count)> said) => said.Then(found => (Meaning)(now =>
    {
        var days = Enumerable.Range(1, found.Count * 3 + 7).Select(step => now.Date.PlusDays(step * found.Direction))
            .Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)).Take(found.Count).Order().ToList();
        return days.Count == 0 ? [] : [Stretch.Days(days[0], days[^1].PlusDays(1))];
    }));

    // Hours and less are counted from now; days and more are whole days, today not among those to come.
    private static Meaning Run(Period amount, int direction) => now =>
    {
        var from = amount.HasTimeComponent ? now : now.Date.AtMidnight().PlusDays(direction > 0 ? 1 : 0);
        var to = DistanceGrammar.Add(from, amount, direction);
        return [direction > 0 ? new(from, to) : new(to, from)];
    };

    private static Meaning RunNow(Period amount) => now => [new(now, now.Time + amount)];

    private static Stretch MonthOf(LocalDate day) => Calendar.Month(day.Year, day.Month);

    private static Stretch Quarter(LocalDate day)
    {
        var first = new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return Stretch.Days(first, first.PlusMonths(3));
    }

    // A month's first week is the one of its first day, as far as most of that week lies in it (ISO 8601 counts a year's weeks the same
    // way).
    private static Stretch WeekWithin(Stretch whole, int rank)
    {
        var first = whole.From!.Value.Date;
        var last = whole.To!.Value.Date.PlusDays(-1);
        if (rank == 0)
            return Calendar.Week(last.DayOfWeek < IsoDayOfWeek.Thursday ? last.PlusWeeks(-1) : last);

        return Calendar.Week(Calendar.Monday(first.DayOfWeek > IsoDayOfWeek.Thursday ? first.PlusWeeks(1) : first).PlusWeeks(rank - 1));
    }
}
