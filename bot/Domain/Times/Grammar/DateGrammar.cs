using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Dates by day and month: "14 Nov 2023", "Oct/2", "2018-7-6", "22/04".</summary>
internal static class DateGrammar
{
    private static readonly Parser<bool> Mark = Has(OneOf(Terms.Text("/"), Terms.Text("-"), Terms.Text("."), Terms.Text(",")));
    private static readonly Parser<string> Slash = OneOf(Terms.Text("/"), Terms.Text("-"), Terms.Text("."));

    private static readonly Parser<int> DayNumber = Has(Sign("the")).SkipAnd(Number(31)).AndSkip(Has(Sign("ordinal")))
        .AndSkip(Not(ClockTail));

    private static readonly Parser<int?> LaterYear = Maybe(Mark.SkipAnd(OneOf(Spoken(), Year)).Then(year => (int?)year));

    private static readonly Parser<DayMeaning> Named = OneOf(
        Year.AndSkip(Mark).And(Month).AndSkip(Mark).And(DayNumber).Then(said => On(said.Item1, said.Item2, said.Item3)),
        Year.AndSkip(Mark).And(DayNumber).AndSkip(Mark).And(Month).Then(said => On(said.Item1, said.Item3, said.Item2)),
        Month.AndSkip(Mark).And(Year).AndSkip(Slash).And(DayNumber).Then(said => On(said.Item2, said.Item1, said.Item3)),
        DayNumber.AndSkip(Slash).And(Year).AndSkip(Slash).And(Month).Then(said => On(said.Item2, said.Item3, said.Item1)),
        Month.AndSkip(Mark).And(DayNumber).And(LaterYear).Then(said => On(said.Item3, said.Item1, said.Item2)),
        DayNumber
            .AndSkip(Has(Sign("unit-day")))
            .AndSkip(Mark)
            .And(Month)
            .And(LaterYear)
            .Then(said => On(said.Item3, said.Item2, said.Item1)));

    private static readonly Parser<DayMeaning> YearFirst = OneOf(
        Year.AndSkip(Mark).And(Number(12)).AndSkip(Mark).And(Number(31)).Then(said => On(said.Item1, said.Item2, said.Item3)),
        Digits(8, 8).Then(run => On(Parse(run[..4]), Parse(run[4..6]), Parse(run[6..]))));

    private static readonly Parser<DayMeaning> Numeric = OneOf(
        Number(31).AndSkip(Slash).And(Number(31)).AndSkip(Slash).And(OneOf(Year, TightDigits(2, 2).Then(two => 2000 + Parse(two))))
            .Then(said => EitherWay(said.Item1, said.Item2, said.Item3)),
        Number(31).AndSkip(Slash).And(Number(31)).AndSkip(Not(Literals.Char(':'))).Then(said => EitherWay(said.Item1, said.Item2, null)));

    // Day, month and year, or 0 where none was said.
    private static readonly Parser<DayMeaning> DayFirst = Sign("day-first")
        .SkipAnd(Number(31))
        .AndSkip(Literals.Char('-'))
        .And(TightDigits(1, 2))
        .AndSkip(Literals.Char('-'))
        .And(TightDigits(1, 4))
        .Then(said => On(Parse(said.Item3) is var year and > 0 ? year : null, Parse(said.Item2), said.Item1));

    private static readonly Parser<DayMeaning> Dated = OneOf(DayFirst, Named, YearFirst, Numeric);

    private static readonly Parser<bool> Lead = Has(OneOf(Sign("this"), Sign("next"), Sign("last"), Sign("coming")));

    /// <summary>A date, with or without the weekday that it is.</summary>
    public static Parser<DayMeaning> Any { get; } = OneOf(
        Lead.SkipAnd(Weekday).AndSkip(Mark).And(Dated).Then(said => Agreeing(said.Item1, said.Item2)),
        Dated.AndSkip(Has(Terms.Text("-"))).And(Weekday).Then(said => Agreeing(said.Item2, said.Item1)),
        Dated);

    private static DayMeaning On(int? year, int month, int day) => now => year is { } known
        ? Calendar.Day(known, month, day) is { } date ? [date] : []
        : Calendar.MonthDay(month, day, now);

    // Day first or month first depends on the country; a number beyond twelve or two alike settle it, else both are offered.
    private static DayMeaning EitherWay(int first, int second, int? year) => now =>
        On(year, first, second)(now).Concat(On(year, second, first)(now)).Distinct();

    // The weekday settles what is open, and is let go where it fits nothing.
    private static DayMeaning Agreeing(IsoDayOfWeek weekday, DayMeaning dates) => now =>
    {
        var all = dates(now).ToList();
        var fitting = all.Where(date => date.DayOfWeek == weekday).ToList();
        return fitting.Count == 1 ? fitting : all;
    };

    // "nineteen eighty six", "two thousand and twenty" reach the grammar as their parts.
    private static Parser<int> Spoken() => OneOf(
        Number(21).When((_, century) => century >= 17).And(Digits(2, 2)).AndSkip(Not(Literals.Char(':')))
            .Then(said => (said.Item1 * 100) + Parse(said.Item2)));
}
