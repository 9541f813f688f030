using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>
/// Stretches by their ends: "between Friday 22:00 and Saturday 06:00", "Monday 3-8", "Nov 18-19", "from today to Friday".
/// </summary>
internal static class RangeGrammar
{
    private static readonly Parser<bool> From = Has(OneOf(Sign("between"), Sign("since"), Sign("at")));

    /// <summary>Two times of one day: "22:00 to 02:00".</summary>
    public static Parser<ClockRange> Clocks { get; } = From.SkipAnd(ClockGrammar.Plain).AndSkip(To).And(ClockGrammar.Plain)
        .Then(said => new ClockRange(said.Item1, said.Item2));

    private static readonly Parser<Meaning> OnDay = OneOf(
        PointGrammar.ClearDay.AndSkip(Has(Terms.Text(","))).And(Clocks).Then(said => Over(said.Item1, said.Item2)),
        PointGrammar.Day.AndSkip(Has(Terms.Text(","))).And(Clocks).Then(said => Over(said.Item1, said.Item2)),
        Clocks.And(PointGrammar.Day).Then(said => Over(said.Item2, said.Item1)),
        From.SkipAnd(ClockGrammar.Plain).And(PointGrammar.Day).AndSkip(To).And(ClockGrammar.Plain)
            .Then(said => Over(said.Item2, new ClockRange(said.Item1, said.Item3))));

    private static readonly Parser<Meaning> Days = OneOf(
        From.SkipAnd(MonthDay()).AndSkip(To).And(MonthDay()).AndSkip(Has(Sign("in"))).And(Year)
            .Then(said => InYear(said.Item1, said.Item2, said.Item3)),
        From.SkipAnd(Month).And(Numbered()).AndSkip(To).And(Numbered()).And(LaterYear())
            .Then(said => InMonth(said.Item1, said.Item2, said.Item3, said.Item4)),
        From.SkipAnd(Numbered()).AndSkip(To).And(Numbered()).AndSkip(Has(Sign("in"))).And(Month).And(LaterYear())
            .Then(said => InMonth(said.Item3, said.Item1, said.Item2, said.Item4)),
        From.SkipAnd(Numbered())
            .AndSkip(To)
            .And(Numbered())
            .AndSkip(Has(Sign("in")))
            .And(OneOf(Sign("last", -1), Sign("this", 0), Sign("next", 1)))
            .AndSkip(Sign("unit-month"))
            .Then(said => InStep(said.Item1, said.Item2, said.Item3)));

    private static readonly Parser<Meaning> End = OneOf(
        PointGrammar.Moment,
        DistanceGrammar.Any,
        DayGrammar.Any.Then(day => (Meaning)(now => day(now).Select(date => Stretch.Moment(date.AtMidnight())))),
        SpanGrammar.Any.Then(span => (Meaning)(now => span(now).Select(found => Stretch.Moment(found.From!.Value)))));

    private static readonly Parser<Meaning> Ends = OneOf(
        From.SkipAnd(End).AndSkip(Has(Sign("between"))).AndSkip(To).And(End).Then(said => Pairs(said.Item1, said.Item2)),
        From.SkipAnd(Sign("now")).SkipAnd(To).SkipAnd(ClockGrammar.Any).Then(clock => NowTo(clock, 1)),
        From.SkipAnd(ClockGrammar.Any).AndSkip(To).AndSkip(Sign("now")).Then(clock => NowTo(clock, -1)));

    private static readonly Parser<Period> Run = OneOf(
        Sign("for").SkipAnd(AmountGrammar.Amount).AndSkip(OneOf(Sign("since"), Sign("between"))),
        AmountGrammar.Amount.AndSkip(Sign("since")));

    private static readonly Parser<Meaning> Lasting = OneOf(
        Run.And(PointGrammar.Moment).Then(said => For(said.Item2, said.Item1)),
        Run.And(PointGrammar.Stretched).Then(said => For(said.Item2, said.Item1)),
        DayGrammar.Any.AndSkip(Sign("for")).And(AmountGrammar.Amount).AndSkip(Sign("between")).And(ClockGrammar.Any)
            .Then(said => For(PointGrammar.At(new(said.Item1, null), said.Item3), said.Item2)),
        From.SkipAnd(ClockGrammar.Any).And(PointGrammar.Day).AndSkip(Sign("for")).And(AmountGrammar.Amount)
            .Then(said => For(PointGrammar.At(said.Item2, said.Item1), said.Item3)),
        PointGrammar.Day.AndSkip(From).And(ClockGrammar.Any).AndSkip(Sign("for")).And(AmountGrammar.Amount)
            .Then(said => For(PointGrammar.At(said.Item1, said.Item2), said.Item3)));

    /// <summary>A stretch of time of one day, from day to day, or from moment to moment.</summary>
    public static Parser<Meaning> Any { get; } = OneOf(OnDay.Eof(), Lasting.Eof(), Days.Eof(), Ends.Eof());

    private static Parser<int> Numbered() => Has(Sign("the")).SkipAnd(Number(31)).AndSkip(Has(Sign("ordinal")));

    private static Parser<int?> LaterYear() => Maybe(Year.Then(year => (int?)year));

    private static Parser<(int Month, int Day)> MonthDay() => OneOf(
        Month.And(Numbered()).Then(said => (said.Item1, said.Item2)),
        Numbered().And(Month).Then(said => (said.Item2, said.Item1)));

    // The year behind the end is the start's too, unless the start would then lie behind the end.
    private static Meaning InYear((int Month, int Day) from, (int Month, int Day) to, int year) => _ =>
        Calendar.Day(from.CompareTo(to) > 0 ? year - 1 : year, from.Month, from.Day) is { } start
        && Calendar.Day(year, to.Month, to.Day) is { } end ? [Stretch.Days(start, end)] : [];

    private static Meaning Over(DayAndPart day, ClockRange clocks) => now =>
        day.Days(now).SelectMany(date => clocks.On(date, day.Part));

    private static Meaning InMonth(int month, int from, int to, int? year) => now => (year is { } known
            ? Calendar.Day(known, month, from) is { } day ? [day] : []
            : Calendar.MonthDay(month, from, now))
        .Where(day => to > from && Calendar.Day(day.Year, month, to) is not null)
        .Select(day => Stretch.Days(day, new LocalDate(day.Year, month, to)));

    private static Meaning InStep(int from, int to, int step) => now =>
    {
        var month = Calendar.FirstOfMonth(now.Date).PlusMonths(step);
        return InMonth(month.Month, from, to, month.Year)(now);
    };

    private static Meaning NowTo(Clock clock, int direction) => now =>
    {
        var moments = Enumerable.Range(-1, 3).SelectMany(step => clock.On(now.Date.PlusDays(step), null)).Order();
        return direction > 0 ? [new(now, moments.First(at => at > now))] : [new(moments.Last(at => at < now), now)];
    };

    private static Meaning For(Meaning start, Period amount) => now =>
        start(now).Where(found => found.From is not null).Select(found => new Stretch(found.From, found.From!.Value + amount));

    // Each start with the first end behind it; on the last day of a weekly stretch the next end may lie a week on.
    private static Meaning Pairs(Meaning start, Meaning end) =>
        now =>
        {
            var ends = end(now).Select(found => found.From!.Value).Order().ToList();
            return start(now)
                .Select(found => found.From!.Value)
                .Order()
                .SelectMany(from =>
                    ends.Where(to => to > from)
                        .Take(1)
                        .DefaultIfEmpty(Following(end, from))
                        .Where(to => to > from)
                        .Select(to => new Stretch(from, to)));
        };

    private static LocalDateTime Following(Meaning end, LocalDateTime from) =>
        end(new WallClock(from))
            .Select(found => found.From!.Value)
            .Where(to => to > from && to < from.PlusDays(8))
            .DefaultIfEmpty(from)
            .First();
}
