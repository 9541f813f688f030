using System.Globalization;
using NodaTime;
using Parlot.Fluent;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>The smallest parts of the grammar: signs and numbers.</summary>
internal static class Signs
{
    private static readonly DayPart[] Parts = [DayPart.Morning, DayPart.Afternoon, DayPart.Evening, DayPart.Night];

    public static Parser<string> Sign(string name) => Terms.Text($"<{name}>");

    public static Parser<T> Sign<T>(string name, T value) => Sign(name).Then(_ => value);

    /// <summary>The same, for a part that is tried in many combinations.</summary>
    public static Parser<T> Once<T>(Parser<T> part) => new Remembered<T>(part);

    public static Parser<T> Maybe<T>(Parser<T> part) => part.Else(default(T)!);

    public static Parser<bool> Has<T>(Parser<T> part) => part.Then(_ => true).Else(false);

    public static Parser<string> Digits(int least, int most) =>
        Terms.Pattern(char.IsAsciiDigit).When((_, span) => span.Length >= least && span.Length <= most).Then(span => span.ToString());

    public static Parser<string> TightDigits(int least, int most) =>
        Literals.Pattern(char.IsAsciiDigit).When((_, span) => span.Length >= least && span.Length <= most).Then(span => span.ToString());

    public static Parser<int> Number(int most, int digits = 2) =>
        Digits(1, digits).Then(Parse).When((_, number) => number <= most);

    public static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    public static Parser<int> Ordinal { get; } = Number(31).AndSkip(Sign("ordinal"));

    public static Parser<int> Year { get; } = Digits(4, 4).Then(Parse).When((_, year) => year is >= 1700 and < 2200);

    public static Parser<IsoDayOfWeek> Weekday { get; } =
        OneOf([.. Enumerable.Range(1, 7).Select(day => Sign($"weekday-{day}", (IsoDayOfWeek)day))]);

    public static Parser<int> Month { get; } = OneOf([.. Enumerable.Range(1, 12).Select(month => Sign($"month-{month}", month))]);

    public static Parser<DayPart> Part { get; } =
        OneOf([.. Parts.Select(part => Sign(part.ToString().ToLowerInvariant(), part)), Sign("overnight", DayPart.Night)]);

    /// <summary>"before", also where the same word says "ago" before an amount ("vor", German).</summary>
    public static Parser<string> Before { get; } = OneOf(Sign("before"), Sign("before-or-ago"));

    /// <summary>What makes the number before it an hour.</summary>
    public static Parser<string> ClockTail { get; } =
        OneOf(Literals.Text(":"), Sign("am"), Sign("pm"), Sign("oclock"), Sign("hour-of-day"));

    public static Parser<string> To { get; } = OneOf(Sign("to"), Sign("until"), Sign("and"), Terms.Text("-"));
}
