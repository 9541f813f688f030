using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Times by their distance: "3 hours ago", "in two weeks", "two days before yesterday".</summary>
internal static class DistanceGrammar
{
    private static readonly Parser<Period> Amount = AmountGrammar.Amount;

    private static readonly Parser<DayMeaning> FromDay = OneOf(
        Amount
            .AndSkip(OneOf(Sign("after"), Sign("between"), Sign("since")))
            .And(DayGrammar.Any)
            .Then(said => Moved(said.Item2, said.Item1, 1)),
        Amount.AndSkip(Before).And(DayGrammar.Any).Then(said => Moved(said.Item2, said.Item1, -1)));

    private static readonly Parser<Step> FromNow = Has(Sign("today"))
        .SkipAnd(
            OneOf(
                Amount.AndSkip(OneOf(Sign("ago"), Sign("early"))).Then(amount => new Step(amount, -1)),
                Sign("before-or-ago").SkipAnd(Amount).Then(amount => new Step(amount, -1)),
                Amount
                    .AndSkip(OneOf(Sign("from-now"), Sign("between").AndSkip(Sign("now")), Sign("after").AndSkip(Sign("now"))))
                    .Then(amount => new Step(amount, 1)),
                Amount.AndSkip(Sign("before")).AndSkip(Sign("now")).Then(amount => new Step(amount, -1)),
                Sign("in").SkipAnd(Amount).AndSkip(Not(OneOf(Sign("ago"), Sign("between")))).Then(amount => new Step(amount, 1))));

    /// <summary>A whole number of days from today: "2 days ago".</summary>
    public static Parser<DayMeaning> WholeDays { get; } = FromNow.When((_, step) => !step.Amount.HasTimeComponent)
        .Then(step => (DayMeaning)(now => [Add(now, step.Amount, step.Sign).Date]));

    /// <summary>A day at a distance from another.</summary>
    public static Parser<DayMeaning> Day { get; } = Has(Sign("in")).SkipAnd(FromDay);

    private static readonly Parser<Meaning> Plain = OneOf(
        Day.Then(day => (Meaning)(now => day(now).Select(Stretch.Day))), FromNow.Then(At));

    /// <summary>A moment, or a day when the distance counts in days or longer.</summary>
    public static Parser<Meaning> Any { get; } =
        OneOf(
            Weekday
                .AndSkip(Has(Terms.Text(",")))
                .And(Plain)
                .Then(said => Landing(said.Item2, target => Calendar.WeekdayOfWeek(said.Item1, target, 0))),
            Plain.And(Weekday).Then(said => Landing(said.Item1, target => Nearest(target, said.Item2))),
            Plain);

    public static LocalDateTime Add(LocalDateTime from, Period amount, int sign) =>
        sign > 0 ? from + amount : from - amount;

    private static Meaning At(Step step) => now => [step.Amount.HasTimeComponent
        ? Stretch.Moment(Add(now, step.Amount, step.Sign))
        : Stretch.Day(Add(now, step.Amount, step.Sign).Date)];

    // Counted from a day without a year, the one to come is meant: "2 weeks before May".
    private static DayMeaning Moved(DayMeaning day, Period amount, int sign) => now =>
        day(now).TakeLast(1).Select(found => Add(found.AtMidnight(), amount, sign).Date);

    private static LocalDate Nearest(LocalDate day, IsoDayOfWeek weekday) =>
        Enumerable.Range(-3, 7).Select(step => day.PlusDays(step)).First(near => near.DayOfWeek == weekday);

    // "Monday two weeks from now": a weekday near the day counted to.
    private static Meaning Landing(Meaning distance, Func<LocalDate, LocalDate> weekday) => now =>
        distance(now).Select(there => Stretch.Day(weekday(there.From!.Value.Date)));

    /// <param name="Sign">Minus one for back.</param>
    private sealed record Step(Period Amount, int Sign);
}
