using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Amounts of time: "3 hours", "half an hour", "2 years 1 month 21 days", "a few days".</summary>
internal static class AmountGrammar
{
    private const int Few = 3;
    private const int Most = 9999;

    private static readonly Parser<PeriodUnits> Unit = OneOf(
        Sign("unit-second", PeriodUnits.Seconds), Sign("unit-minute", PeriodUnits.Minutes), Sign("unit-hour", PeriodUnits.Hours),
        Sign("unit-day", PeriodUnits.Days), Sign("unit-week", PeriodUnits.Weeks), Sign("unit-month", PeriodUnits.Months),
        Sign("unit-year", PeriodUnits.Years));

    private static readonly Parser<decimal> Fraction = OneOf(
        Sign("half", 0.5m), Sign("quarter", 0.25m), Has(Sign("a")).SkipAnd(OneOf(Sign("half", 0.5m), Sign("quarter", 0.25m))));

    private static readonly Parser<decimal> Count = OneOf(
        Digits(1, 4).AndSkip(Literals.Char('.')).And(TightDigits(1, 2)).Then(said => Decimal(said.Item1 + "." + said.Item2)),
        OneOf(Number(Most, 4).Then(number => (decimal)number), Sign("a", 1m))
            .AndSkip(Sign("and"))
            .And(Fraction)
            .Then(said => said.Item1 + said.Item2),
        Has(Sign("a")).SkipAnd(Number(Most, 4)).Then(number => (decimal)number),
        Sign("few", (decimal)Few), Fraction.AndSkip(Has(Sign("a"))), Sign("a", 1m));

    private static readonly Parser<Period> One = OneOf(
        Count.And(Unit).AndSkip(Sign("and")).And(Fraction).Then(said => Make(said.Item1 + said.Item3, said.Item2)),
        Count.And(Unit).Then(said => Make(said.Item1, said.Item2)),
        Count.AndSkip(Sign("unit-fortnight")).Then(count => Make(count * 2, PeriodUnits.Weeks)),
        Count.AndSkip(Sign("unit-quarter")).Then(count => Make(count * 3, PeriodUnits.Months)));

    private static readonly Parser<char> Letter = Terms
        .Text("d")
        .Or(Terms.Text("w"))
        .Or(Terms.Text("y"))
        .Or(Terms.Text("m"))
        .Then(text => text[0]);

    private static readonly Parser<Period> Short = Number(Most, 4).And(Letter).Then(said => Make(said.Item1, said.Item2 switch
    {
        'd' => PeriodUnits.Days,
        'w' => PeriodUnits.Weeks,
        'm' => PeriodUnits.Minutes,
        _ => PeriodUnits.Years,
    }));

    /// <summary>An amount.</summary>
    public static Parser<Period> Amount { get; } =
        Once(OneOf(
            Short,
            Separated(Has(OneOf(Sign("and"), Terms.Text("-"))), One).Then(parts => parts.Aggregate((sum, part) => sum + part))));

    /// <summary>An amount said without a number: "all day", "the hour".</summary>
    public static Parser<Period> Whole { get; } = OneOf(Sign("all"), Sign("the")).SkipAnd(Unit).Then(unit => Make(1, unit));

    /// <summary>One unit, as in "next hour".</summary>
    public static Parser<Period> Single { get; } = OneOf(
        Sign("unit-second", Period.FromSeconds(1)), Sign("unit-minute", Period.FromMinutes(1)), Sign("unit-hour", Period.FromHours(1)),
        Sign("unit-day", Period.FromDays(1)));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // A part of a day or less is exact in seconds; parts of longer units are rounded to days.
    private static Period Make(decimal count, PeriodUnits unit)
    {
        var whole = count == decimal.Truncate(count);
        return (unit, whole) switch
        {
            (PeriodUnits.Hours, true) => Period.FromHours((long)count),
            (PeriodUnits.Hours, false) => Period.FromSeconds((long)(count * 3600)).Normalize(),
            (PeriodUnits.Minutes, _) => Period.FromSeconds((long)(count * 60)).Normalize(),
            (PeriodUnits.Seconds, _) => Period.FromMilliseconds((long)(count * 1000)).Normalize(),
            (PeriodUnits.Days, _) => Period.FromSeconds((long)(count * 86400)).Normalize(),
            (PeriodUnits.Weeks, _) => Period.FromDays((int)(count * 7)),
            (PeriodUnits.Months, true) => Period.FromMonths((int)count),
            (PeriodUnits.Months, false) => Period.FromDays((int)(count * 30)),
            (_, true) => Period.FromYears((int)count),
            _ => Period.FromDays((int)(count * 365)),
        };
    }
}
