using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Times of day: "14:30", "7pm", "half past seven", "noon".</summary>
internal static class ClockGrammar
{
    private static readonly Parser<bool> HalfDay = OneOf(Sign("am", false), Sign("pm", true));

    private static readonly Parser<int> Minutes = OneOf(Literals.Char(':'), Literals.Char('.')).SkipAnd(TightDigits(2, 2)).Then(Parse);
    private static readonly Parser<int> Seconds = Maybe(Literals.Char(':').SkipAnd(TightDigits(2, 2)).Then(Parse));

    private static readonly Parser<string> Hour = OneOf(Sign("oclock"), Sign("hour-of-day"));

    private static readonly Parser<Clock> WithHalf = Known(Digits(1, 2).And(Maybe(Minutes)).And(Seconds).And(HalfDay)
        .Then(said => Clock.TwelveHours(Parse(said.Item1), said.Item2, said.Item3, said.Item4)
            ?? Clock.Plain(said.Item1, said.Item2, said.Item3)));

    private static readonly Parser<Clock> RunTogether = Known(Digits(3, 4).And(HalfDay)
        .Then(said => Clock.TwelveHours(Parse(said.Item1[..^2]), Parse(said.Item1[^2..]), 0, said.Item2)));

    private static readonly Parser<Clock> Spelled = Known(Digits(1, 2).And(Digits(2, 2)).And(Maybe(HalfDay.Then(half => (bool?)half)))
        .AndSkip(Has(Sign("unit-minute")))
        .Then(said => said.Item3 is { } half
            ? Clock.TwelveHours(Parse(said.Item1), Parse(said.Item2), 0, half)
            : Clock.Plain(said.Item1, Parse(said.Item2), 0)));

    private static readonly Parser<Clock> Written = Known(
        Digits(1, 2)
            .And(Minutes)
            .And(Seconds)
            .AndSkip(Has(OneOf(Sign("oclock"), Sign("unit-hour"))))
            .Then(said => Clock.Plain(said.Item1, said.Item2, said.Item3)));

    private static readonly Parser<Clock> OfDay = Known(Digits(1, 2).And(Maybe(Minutes)).And(Seconds).AndSkip(Sign("hour-of-day"))
        .And(Maybe(Digits(2, 2).AndSkip(Not(Sign("ordinal"))).AndSkip(Has(Sign("unit-minute"))).Then(Parse)))
        .Then(said => Clock.OfDay(said.Item1, said.Item2 + said.Item4, said.Item3)));

    // A number that can be no year is a time: "0200", "2230".
    private static readonly Parser<Clock> FourDigits = Known(
        Digits(4, 4)
            .When((_, said) => said[0] is '0' || Parse(said) is < 1700 or >= 2200)
            .AndSkip(Has(OneOf(Sign("unit-hour"), Sign("hour-of-day"))))
            .Then(Together));

    private static readonly Parser<Clock> FourDigitsAt = Known(Sign("at").SkipAnd(Digits(4, 4)).Then(Together));

    // "às 6h" (Portuguese): after "at" it is no amount.
    private static readonly Parser<Clock> HourAt = Known(Sign("at").SkipAnd(Digits(1, 2)).AndSkip(Sign("unit-hour"))
        .Then(hour => Clock.OfDay(hour, 0, 0)));

    private static readonly Parser<Clock> Full = Known(Digits(1, 2).AndSkip(Sign("oclock")).Then(hour => Clock.Plain(hour, 0, 0)));

    private static readonly Parser<int> Fraction = OneOf(
        Sign("half", 30).AndSkip(Not(Sign("unit-hour"))),
        Has(Sign("a")).SkipAnd(Sign("quarter", 15)),
        Number(59).AndSkip(Has(Sign("unit-minute"))));

    private static readonly Parser<Clock> Past = Known(
        Fraction
            .AndSkip(OneOf(Sign("past"), Sign("after")))
            .And(Digits(1, 2))
            .AndSkip(Has(Hour))
            .And(Maybe(HalfDay.Then(half => (bool?)half)))
            .Then(said => Clock.TwelveHours(Parse(said.Item2), said.Item1, 0, said.Item3)));

    private static readonly Parser<Clock> Before = To(Sign("to"));

    private static readonly Parser<Clock> AlsoBefore = To(Sign("before-or-ago"));

    // "halb drei" (German) is half past two.
    private static readonly Parser<int> AroundHalf = OneOf(
        Number(29).AndSkip(Has(Sign("unit-minute"))).AndSkip(Sign("before-or-ago")).AndSkip(Sign("half-to")).Then(minutes => 30 + minutes),
        Number(29).AndSkip(Has(Sign("unit-minute"))).AndSkip(Sign("after")).AndSkip(Sign("half-to")).Then(minutes => 30 - minutes),
        Sign("half-to", 30));

    private static readonly Parser<Clock> HalfTo = Known(
        AroundHalf
            .And(Digits(1, 2))
            .AndSkip(Has(Hour))
            .Then(said =>
                Clock.TwelveHours(Parse(said.Item2), 0, 0, null) is { } hour
                    ? hour with
                    {
                        Time = hour.Time.PlusMinutes(-said.Item1),
                    }
                    : null));

    private static readonly Parser<Clock> Named = OneOf(
        Maybe(Digits(2, 2)).SkipAnd(Sign("noon")).Then(_ => new Clock(NodaTime.LocalTime.Noon, false)),
        Maybe(Digits(2, 2)).SkipAnd(Sign("midnight")).Then(_ => new Clock(NodaTime.LocalTime.Midnight, false)));

    /// <summary>"quarter to midnight", "quarter to six": a quarter begins no range of hours.</summary>
    public static Parser<Clock> BeforeHour { get; } =
        OneOf(
            Fraction.AndSkip(Sign("to")).And(Named).Then(said => said.Item2 with { Time = said.Item2.Time.PlusMinutes(-said.Item1) }),
            Known(
                Has(Sign("a"))
                    .SkipAnd(Sign("quarter", 15))
                    .AndSkip(Sign("to"))
                    .And(Digits(1, 2))
                    .AndSkip(Has(Hour))
                    .And(Maybe(HalfDay.Then(half => (bool?)half)))
                    .Then(said =>
                        Clock.TwelveHours(Parse(said.Item2), 0, 0, said.Item3) is { } hour
                            ? hour with
                            {
                                Time = hour.Time.PlusMinutes(-said.Item1),
                            }
                            : null)));

    /// <summary>"ten to six" where the numbers make no range of one morning.</summary>
    public static Parser<Clock> MinutesBeforeHour { get; } =
        Known(
            Number(25)
                .AndSkip(Sign("to"))
                .And(Number(12))
                .When((_, said) => said.Item1 is 5 or 10 or 20 or 25 && said.Item1 > said.Item2)
                .Then(said =>
                    Clock.TwelveHours(said.Item2, 0, 0, null) is { } hour ? hour with { Time = hour.Time.PlusMinutes(-said.Item1) } : null
                ));

    private static readonly Parser<Clock> Unparted = Once(OneOf(
        BeforeHour, WithHalf, RunTogether, HalfTo, AlsoBefore, Past, OfDay, Written, Full, Named, Spelled, FourDigits));

    /// <summary>An hour alone: a time only where nothing else can be meant.</summary>
    public static Parser<Clock> Bare { get; } = Known(Digits(1, 2).Then(hour => Clock.Plain(hour, 0, 0)));

    private static readonly Parser<Clock> Parted = OneOf(
        OneOf(Unparted, Bare).AndSkip(Has(Sign("early"))).And(Part).Then(said => said.Item1.In(said.Item2)),
        Part.AndSkip(Has(Sign("at"))).And(OneOf(Unparted, Bare)).Then(said => said.Item2.In(said.Item1)));

    /// <summary>A time of day that nothing else can be taken for.</summary>
    public static Parser<Clock> Sure { get; } = OneOf(Parted, Unparted, Before, FourDigitsAt);

    /// <summary>A time of day without words for a part of the day, or an hour alone.</summary>
    public static Parser<Clock> Plain { get; } = OneOf(Unparted, Bare);

    /// <summary>Any time of day.</summary>
    public static Parser<Clock> Any { get; } = Once(OneOf(FourDigitsAt, HourAt, Has(Sign("at")).SkipAnd(OneOf(Sure, Bare))));

    /// <summary>
    /// "22h": an hour where a day stands beside it, and an amount elsewhere; up to twelve it may be an amount even there.
    /// </summary>
    public static Parser<Clock> HourOnDay { get; } = Known(Digits(2, 2).When((_, said) => Parse(said) > 12).AndSkip(Sign("unit-hour"))
        .Then(hour => Clock.Plain(hour, 0, 0)));

    private static Parser<Clock> To(Parser<string> word) =>
        Known(
            Fraction
                .AndSkip(word)
                .And(Digits(1, 2))
                .AndSkip(Has(Hour))
                .Then(said =>
                    Clock.TwelveHours(Parse(said.Item2), 0, 0, null) is { } hour
                        ? hour with
                        {
                            Time = hour.Time.PlusMinutes(-said.Item1),
                        }
                        : null));

    private static Clock? Together(string said) => Clock.Plain(said[..2], Parse(said[2..]), 0);

    private static Parser<Clock> Known(Parser<Clock?> clock) => clock.When((_, found) => found is not null).Then(found => found!);
}
