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

    public sealed record OfDay(Clock Clock) : Expression;

    public sealed record Length(Period Period) : Expression;

    public sealed record Newest : Expression;

    public sealed record Repeated : Expression;
}

/// <summary>The whole grammar, over signs.</summary>
internal static class TimeGrammar
{
    private static readonly Parser<Expression> Whole = OneOf(
        Has(Sign("the")).SkipAnd(Sign("latest")).Eof().Then(_ => (Expression)new Expression.Newest()),
        BoundGrammar.Any.Eof().Then(meaning => (Expression)new Expression.OnCalendar(meaning)),
        Has(Sign("in")).SkipAnd(Has(Sign("the"))).SkipAnd(ClockGrammar.Any).Eof().Then(clock => (Expression)new Expression.OfDay(clock)),
        Has(Sign("for")).SkipAnd(OneOf(AmountGrammar.Amount, AmountGrammar.Whole)).Eof().Then(period => (Expression)new Expression.Length(period)));

    /// <summary>Reads signs; null when they say no time.</summary>
    public static Expression? Read(string signs)
    {
        if (signs.Contains("<every>", StringComparison.Ordinal))
            return new Expression.Repeated();

        return Whole.TryParse(signs, out var expression, out ParseError? _) ? expression : null;
    }
}
