using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>A day, perhaps a part of it.</summary>
internal sealed record DayAndPart(DayMeaning Days, DayPart? Part);

/// <summary>Moments, and parts of days: "yesterday 2am", "2am last night", "Friday evening", "end of tomorrow".</summary>
internal static class PointGrammar
{
    private static readonly DayMeaning Today = now => [now.Date];
    private static readonly DayMeaning Yesterday = now => [now.Date.PlusDays(-1)];

    // "the night from Friday to Saturday", "in der Nacht auf Samstag" (German)
    private static readonly Parser<DayMeaning> NightBetween = OneOf(
        Part.When((_, part) => part is DayPart.Night)
            .SkipAnd(Sign("between"))
            .SkipAnd(DayGrammar.Any)
            .AndSkip(OneOf(Sign("onto"), Sign("to")))
            .And(DayGrammar.Any)
            .Then(said => (DayMeaning)(now => said.Item1(now).Where(day => said.Item2(now).Contains(day.PlusDays(1))))),
        Part.When((_, part) => part is DayPart.Night)
            .SkipAnd(Sign("onto"))
            .SkipAnd(DayGrammar.Any)
            .Then(day => (DayMeaning)(now => day(now).Select(date => date.PlusDays(-1)))));

    private static readonly Parser<bool> Around = OneOf(Sign("night-around"), Sign("overnight").Eof()).Then(_ => true);

    private static readonly Parser<bool> LastNight = Sign("last").SkipAnd(Sign("night")).Then(_ => true);

    private static readonly Parser<DayAndPart> NamedPart = OneOf(
        Sign("tonight").Then(_ => new DayAndPart(Today, DayPart.Night)),
        Around.Then(_ => new DayAndPart(now => [now.Date.PlusDays(-1), now.Date], DayPart.Night)),
        Sign("night-before-last").Then(_ => new DayAndPart(now => [now.Date.PlusDays(-2)], DayPart.Night)),
        NightBetween.Then(days => new DayAndPart(days, DayPart.Night)),
        Sign("this").SkipAnd(Part).Then(part => new DayAndPart(Today, part)),
        Sign("last").SkipAnd(Part).Then(part => new DayAndPart(Yesterday, part)),
        Sign("next").SkipAnd(Part).Then(part => new DayAndPart(now => [now.Date.PlusDays(1)], part)),
        Sign("in").SkipAnd(Sign("the")).SkipAnd(Part).Then(part => new DayAndPart(Today, part)));

    private static readonly Parser<bool> Into = Has(Sign("in")).AndSkip(Has(Sign("the"))).AndSkip(Has(OneOf(Sign("early"), Sign("late"))));

    private static readonly Parser<DayAndPart> PartOfDay = OneOf(
        NamedPart,
        Weekday
            .And(Part)
            .And(OneOf(Sign("last", -1), Sign("next", 1), Sign("this", 0)))
            .AndSkip(Sign("unit-week"))
            .Then(said => new DayAndPart(now => [Calendar.WeekdayOfWeek(said.Item1, now.Date, said.Item3)], said.Item2)),
        Ordinal
            .And(Weekday)
            .And(Part)
            .And(OneOf(Sign("last", -1), Sign("next", 1), Sign("this", 0)))
            .AndSkip(Sign("unit-month"))
            .Then(said => new DayAndPart(
                now => [First(said.Item2, now.Date.PlusMonths(said.Item4)).PlusWeeks(said.Item1 - 1)], said.Item3)),
        DayGrammar.Any.AndSkip(Into).And(Part).Then(said => new DayAndPart(said.Item1, said.Item2)),
        Part.And(DayGrammar.Any).Then(said => new DayAndPart(said.Item2, said.Item1)));

    private static readonly Parser<DayAndPart> WholeDay = OneOf(DistanceGrammar.WholeDays, DayGrammar.Any)
        .Then(day => new DayAndPart(day, null));

    private static readonly Parser<DayAndPart> ShortDay = DayGrammar.WithoutNumber.Then(day => new DayAndPart(day, null));

    /// <summary>A day, or a part of one.</summary>
    public static Parser<DayAndPart> Day { get; } = Once(OneOf(PartOfDay, WholeDay));

    /// <summary>A day whose name ends without a number, or a part of one.</summary>
    public static Parser<DayAndPart> ClearDay { get; } = OneOf(PartOfDay, ShortDay);

    private static readonly Parser<bool> Gap = Has(OneOf(Terms.Text("-"), Terms.Text(","), Sign("for")));

    /// <summary>One moment, with its day.</summary>
    public static Parser<Meaning> Moment { get; } = OneOf(
        Sign("now").Then(_ => (Meaning)(now => [Stretch.Moment(now.Time.With(TimeAdjusters.TruncateToSecond))])),
        ClockGrammar.Any.AndSkip(Gap).And(Day).Then(said => At(said.Item2, said.Item1)),
        Day.And(ClockGrammar.HourOnDay).Then(said => At(said.Item1, said.Item2)),
        ClockGrammar.HourOnDay.And(Day).Then(said => At(said.Item2, said.Item1)),
        Day.AndSkip(Gap).And(ClockGrammar.Any).Then(said => At(said.Item1, said.Item2)),
        ShortDay.AndSkip(Gap).AndSkip(Has(Sign("at"))).And(ClockGrammar.Sure).Then(said => At(said.Item1, said.Item2)),
        EndOf(Sign("end-of-day").SkipAnd(DayGrammar.Any)),
        EndOf(Sign("end").SkipAnd(DayGrammar.Any)),
        EndOf(DayGrammar.Any.AndSkip(Sign("end-of-day"))),
        EndOf(Sign("end-of-day").Then(_ => Today)));

    /// <summary>Minutes before an hour, which would else be read as a range from one hour to another: "ten to six this morning".</summary>
    public static Parser<Meaning> BeforeHour { get; } = OneOf(
        ClockGrammar.BeforeHour.And(Day).Then(said => At(said.Item2, said.Item1)),
        Day.AndSkip(Has(Sign("at"))).And(ClockGrammar.BeforeHour).Then(said => At(said.Item1, said.Item2)),
        ClockGrammar.MinutesBeforeHour.And(PartOfDay).Then(said => At(said.Item2, said.Item1)));

    /// <summary>A whole day or a part of one. "Last night" is the night of operations: from 18:00 until 9:00 this morning.</summary>
    public static Parser<Meaning> Stretched { get; } = OneOf(
        LastNight.Then(_ => (Meaning)(now => [Night(now.Date.PlusDays(-1))])),
        Sign("night-before-last").Then(_ => (Meaning)(now => [Night(now.Date.PlusDays(-2))])),
        Around.Then(_ => (Meaning)(now => [Night(now.Date.PlusDays(-1)), Calendar.Part(now.Date, DayPart.Night)])),
        NightBetween.Then(days => (Meaning)(now => days(now).Select(Night))),
        Sign("early").SkipAnd(PartOfDay).Then(said => Half(Spread(said), true)),
        Sign("late").SkipAnd(PartOfDay).Then(said => Half(Spread(said), false)),
        Sign("from-now").SkipAnd(PartOfDay).Then(said => Half(Spread(said), false)),
        Day.Then(Spread));

    public static Meaning At(DayAndPart day, Clock clock) => now =>
        day.Days(now).SelectMany(date => clock.On(date, day.Part)).Select(Stretch.Moment);

    private static Stretch Night(LocalDate evening) =>
        new(evening.At(new LocalTime(18, 0)), evening.PlusDays(1).At(new LocalTime(Clock.NightEnds, 0)));

    private static Meaning Spread(DayAndPart day) => now =>
        day.Days(now).Select(date => day.Part is { } part ? Calendar.Part(date, part) : Stretch.Day(date));

    private static Meaning Half(Meaning whole, bool first) => now => whole(now).Select(stretch =>
        first ? stretch with { To = stretch.From!.Value.PlusHours(2) } : stretch with { From = stretch.To!.Value.PlusHours(-2) });

    private static Parser<Meaning> EndOf(Parser<DayMeaning> days) => days.Then(day => (Meaning)(now =>
        day(now).Select(date => Stretch.Moment(date.At(new LocalTime(23, 59, 59))))));

    private static LocalDate First(IsoDayOfWeek weekday, LocalDate month)
    {
        var first = Calendar.FirstOfMonth(month);
        return first.DayOfWeek == weekday ? first : first.Next(weekday);
    }
}
