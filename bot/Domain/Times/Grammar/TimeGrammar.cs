using System.Text.RegularExpressions;
using NodaTime;
using Parlot;
using Parlot.Fluent;
using static ChatOpsBot.Domain.Times.Grammar.Signs;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>What one expression says, before it is laid on a calendar.</summary>
internal abstract record Expression
{
    private Expression() { }

    public sealed record OnCalendar(Meaning Meaning) : Expression;

    /// <summary>A time of day without a day.</summary>
    /// <param name="On">What it can mean on a day.</param>
    public sealed record OfDay(Func<LocalDate, IEnumerable<Stretch>> On, OpenSide Open) : Expression;

    public sealed record Length(Period Period) : Expression;

    public sealed record Newest : Expression;

    public sealed record Repeated : Expression;
}

/// <summary>Which side of a time of day is open: "before 22:00", "after 22:00".</summary>
internal enum OpenSide
{
    Neither,
    Before,
    After,
}

/// <summary>The whole grammar, over signs.</summary>
internal static partial class TimeGrammar
{
    private const string From = "<between>";

    private static readonly Parser<OpenSide> Side = OneOf(
        OneOf(Before, Sign("until")).Then(_ => OpenSide.Before), OneOf(Sign("after"), Sign("since")).Then(_ => OpenSide.After));

    private static readonly Parser<Expression.OfDay> OfDay = OneOf(
        Has(Sign("in")).SkipAnd(Has(Sign("the"))).SkipAnd(ClockGrammar.Any).Eof().Then(clock => At(clock, OpenSide.Neither)),
        Side.And(ClockGrammar.Any).Eof().Then(said => At(said.Item2, said.Item1)),
        Part.Eof().Then(part => new Expression.OfDay(day => [Calendar.Part(day, part)], OpenSide.Neither)),
        Has(Sign("between"))
            .SkipAnd(ClockGrammar.Any)
            .AndSkip(Sign("for"))
            .And(AmountGrammar.Amount)
            .Eof()
            .Then(said => new Expression.OfDay(
                day => said.Item1.On(day, null).Select(at => new Stretch(at, at + said.Item2)), OpenSide.Neither)),
        RangeGrammar.Clocks.Eof().Then(clocks => new Expression.OfDay(day => clocks.On(day, null), OpenSide.Neither)));

    private static readonly Parser<Expression> Whole = OneOf(
        Has(Sign("the")).SkipAnd(Sign("latest")).Eof().Then(_ => (Expression)new Expression.Newest()),
        // "the latest before Friday": the desk looks for the latest there.
        Has(Sign("the")).SkipAnd(Sign("latest")).SkipAnd(Has(Sign("between"))).SkipAnd(BoundGrammar.Any).Eof().Then(OnCalendar),
        BoundGrammar.Any.Eof().Then(OnCalendar),
        OfDay.Then(ofDay => (Expression)ofDay),
        Has(Sign("for"))
            .SkipAnd(OneOf(AmountGrammar.Amount, AmountGrammar.Whole))
            .Eof()
            .Then(period => (Expression)new Expression.Length(period)));

    /// <summary>Reads signs; null when they say no time.</summary>
    public static Expression? Read(string signs)
    {
        if (signs.Contains("<every>", StringComparison.Ordinal))
            return new Expression.Repeated();

        // "from last night" says no more than "last night".
        return Parse(signs) ?? (signs.StartsWith(From, StringComparison.Ordinal) ? Parse(signs[From.Length..]) : null);
    }

    private static Expression? Parse(string signs) =>
        OfSigns().IsMatch(signs) && Whole.TryParse(new SignContext(signs), out var expression, out ParseError? _) ? expression : null;

    private static Expression OnCalendar(Meaning meaning) => new Expression.OnCalendar(meaning);

    private static Expression.OfDay At(Clock clock, OpenSide open) =>
        new(day => clock.On(day, null).Select(Stretch.Moment), open);

    // Where anything else stands, a word that no language knows, the whole grammar would be tried in vain.
    [GeneratedRegex(@"^(?:<[\w-]+>|[\s\d,./:dwmy-])*$", RegexOptions.CultureInvariant)]
    private static partial Regex OfSigns();
}
