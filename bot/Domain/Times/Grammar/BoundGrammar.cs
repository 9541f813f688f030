using NodaTime;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>Times open at one end, or a part of a stretch: "before Friday", "since August", "later this week", "end of 2000".</summary>
internal static class BoundGrammar
{
    private const int HoursOfDay = 24;

    private static readonly Parser<Func<Stretch, Stretch>> Bound = OneOf(
        Before.Then(_ => (Func<Stretch, Stretch>)(found => new(null, found.From))),
        Cut("until", found => new(null, found.From)),
        Cut("after", found => new(found.IsMoment ? found.From : AfterDay(found), null)),
        Cut("since", found => new(found.From, null)));

    private static readonly Parser<Func<Stretch, Stretch>> Behind = Cut("or-later", found => new(found.From, null));

    private static readonly Parser<Meaning> Piece = OneOf(
        Sign("early").SkipAnd(SpanGrammar.Any).Then(span => Some(span, Early)),
        Sign("start").SkipAnd(SpanGrammar.Any).Then(span => Some(span, Early)),
        OneOf(Sign("late"), Sign("from-now")).SkipAnd(SpanGrammar.Any)
            .Then(span => (Meaning)(now => span(now).Select(Late).Select(late => StillTo(late, now)))),
        Sign("rest")
            .SkipAnd(SpanGrammar.Any)
            .Then(span => (Meaning)(now => span(now).Select(found => found with { From = now.Date.AtMidnight() }))),
        Sign("mid").SkipAnd(SpanGrammar.Any).Then(span => (Meaning)(now => span(now).Select(Middle))),
        Sign("end").SkipAnd(SpanGrammar.Any).Then(span => Some(span, Late)));

    private static readonly Parser<Meaning> Whole = OneOf(
        Sign("to-date").Eof().Then(_ => (Meaning)(now => [new(null, now)])),
        DayGrammar.MonthEnd.Eof().Then(day => (Meaning)(now => day(now).Select(Stretch.Day))),
        Piece.Eof(), PointGrammar.BeforeHour.Eof(), RangeGrammar.Any, PointGrammar.Moment.Eof(),
        DistanceGrammar.Any.Eof(), PointGrammar.Stretched.Eof(), SpanGrammar.Any.Eof());

    private static readonly Parser<Meaning> Closed = OneOf(
        PointGrammar.Moment, DistanceGrammar.Any, PointGrammar.Stretched, SpanGrammar.Any);

    private static readonly Parser<Meaning> OnDay = OneOf(PointGrammar.ClearDay, PointGrammar.Day)
        .And(Bound)
        .And(ClockGrammar.Any)
        .Then(said => (Meaning)(now => PointGrammar.At(said.Item1, said.Item3)(now).Select(said.Item2)));

    /// <summary>Everything that lies on the calendar by more than a time of day.</summary>
    public static Parser<Meaning> Any { get; } = OneOf(
        OnDay.Eof(),
        Whole,
        Before.SkipAnd(Sign("end")).SkipAnd(SpanGrammar.Any).Eof().Then(span => Some(span, found => new(null, found.To))),
        Sign("after").SkipAnd(Sign("start")).SkipAnd(SpanGrammar.Any).Eof().Then(span => Some(span, found => new(found.From, null))),
        Bound.AndSkip(Sign("weekend")).Eof().Then(bound => Some(SpanGrammar.Weekends, bound)),
        Bound.And(Whole).Then(said => (Meaning)(now => said.Item2(now).Select(said.Item1))),
        Closed.And(Behind).Eof().Then(said => (Meaning)(now => said.Item1(now).Select(said.Item2))),
        ClockGrammar.Any.And(Behind).And(PointGrammar.Day).Eof().Then(said =>
            (Meaning)(now => PointGrammar.At(said.Item3, said.Item1)(now).Select(said.Item2))));

    // "after Friday" the 14th starts on the 14th for a day, but behind a part of a day, a whole month or a year.
    private static LocalDateTime? AfterDay(Stretch found) =>
        found.From is { } from && found.To is { } to && Period.Between(from, to, PeriodUnits.Hours).Hours == HoursOfDay ? from : found.To;

    private static Parser<Func<Stretch, Stretch>> Cut(string sign, Func<Stretch, Stretch> cut) => Sign(sign).Then(_ => cut);

    private static Meaning Some(Meaning span, Func<Stretch, Stretch> part) => now => span(now).Select(part);

    private static int Half(Stretch whole) => Length(whole) is var days && days < 10 ? days / 2 : days < 32 ? 15 : days / 2;

    private static int Length(Stretch whole) => Period.Between(whole.From!.Value, whole.To!.Value, PeriodUnits.Days).Days;

    private static Stretch Early(Stretch whole) => whole with { To = whole.From!.Value.PlusDays(Half(whole)) };

    private static Stretch Late(Stretch whole) => whole with { From = whole.From!.Value.PlusDays(Half(whole)) };

    // "later this week" starts today when half of the week is over.
    private static Stretch StillTo(Stretch late, LocalDateTime now) =>
        late.From < now && now < late.To ? late with { From = now.Date.AtMidnight() } : late;

    private static Stretch Middle(Stretch whole) => Length(whole) is > 27 and < 32
        ? new(whole.From!.Value.PlusDays(9), whole.From!.Value.PlusDays(20))
        : new(whole.From!.Value.PlusDays(Length(whole) / 3), whole.From!.Value.PlusDays(Length(whole) * 2 / 3));
}
