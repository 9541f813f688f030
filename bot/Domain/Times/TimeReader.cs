using ChatOpsBot.Domain.Times.Grammar;
using ChatOpsBot.Domain.Times.Recognized;
using ChatOpsBot.Domain.Times.Words;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>
/// Reads times as people say them: in ISO 8601, by our own grammar in every language whose words it has, and by
/// Microsoft.Recognizers.Text where that does not understand what was said in one of the languages that it has the commonest words of
/// alone.
/// </summary>
/// <param name="patience">How long a text that our own grammar does not understand may be looked at; half a second if not said.</param>
public sealed class TimeReader(TimeSpan? patience = null)
{
    /// <summary>The longest expression that is read; a longer text is no time.</summary>
    public const int LongestText = 120;

    private const string Fallback = "en";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly RecognizedTimes _recognized = new(patience ?? Patience);
    private readonly Rewriting[] _languages = [.. TimeWords.All.Select(words => new Rewriting(words))];

    /// <summary>
    /// Reads a time expression, such as "last night", "am 14. um 23:30 Uhr UTC", "between Friday 22:00 and Saturday 06:00" or ISO 8601.
    /// A zone that is said wins over the person's.
    /// </summary>
    /// <param name="language">Two-letter code of the person's language; what that does not know is read in the others.</param>
    public TimeReading Read(string text, TimeReference reference, TimePurpose purpose, string language = Fallback)
    {
        try
        {
            return ReadOnCalendar(text, reference, purpose, language);
        }
        // "In 9999 years": NodaTime says in no other way that a day lies beyond its calendar.
        catch (Exception fault) when (fault is OverflowException or ArgumentOutOfRangeException)
        {
            return new TimeReading.NotUnderstood();
        }
    }

    /// <summary>
    /// "Until Friday" without its first word, in whatever language: of an end it says nothing. The same text where none stands there.
    /// </summary>
    public static string WithoutUntil(string text) =>
        TimeWords.All.Select(words => words.AfterUntil(text.Trim())).FirstOrDefault(rest => !string.IsNullOrWhiteSpace(rest)) ?? text;

    private TimeReading ReadOnCalendar(string text, TimeReference reference, TimePurpose purpose, string language)
    {
        var typed = text.Trim().TrimEnd('!', '?');
        var said = typed.TrimEnd('.');
        if (said.Length is 0 or > LongestText)
            return new TimeReading.NotUnderstood();
        if (IsoTime.ReadOffset(said) is { } exact)
            return Choice.Of([Exact(exact)], reference.Now, purpose);
        if (IsoTime.ReadLocal(said) is { } local)
            return Choice.Of(LocalTimes.Resolve(Stretch.Moment(local), reference.Zone), reference.Now, purpose);

        return IsoTime.ReadInterval(said, reference.Zone) is { } interval
            ? Choice.Of([interval], reference.Now, purpose)
            : ReadWords(typed, reference, purpose, language);
    }

    private TimeReading ReadWords(string typed, TimeReference reference, TimePurpose purpose, string language)
    {
        var languages = _languages.OrderByDescending(rewriting => rewriting.Words.Language == language)
            .ThenByDescending(rewriting => rewriting.Words.Language == Fallback).ToList();
        return languages.Select(rewriting => ReadWords(rewriting.Trim(typed), reference, purpose, rewriting))
            .Concat(languages.Where(rewriting => IsRecognized(rewriting.Words.Language, language) && rewriting.Hears(typed))
                .Select(rewriting => Recognize(rewriting.Trim(typed), reference, purpose, rewriting.Words)))
            .FirstOrDefault(reading => reading is not TimeReading.NotUnderstood, new TimeReading.NotUnderstood());
    }

    // Who writes a language that the bot does not speak is answered in English, so that language says nothing.
    private bool IsRecognized(string said, string language) => _recognized.Knows(said) && (language == said || language == Fallback);

    private TimeReading Recognize(string said, TimeReference reference, TimePurpose purpose, TimeWords words)
    {
        var (zone, text) = ZoneAtEnd.Read(said, words) ?? (reference.Zone, said);
        var there = reference with { Zone = zone };
        return _recognized.Read(text, words.Language, there.LocalNow) is { } expression
            ? Place([expression], there, purpose) : new TimeReading.NotUnderstood();
    }

    private static TimeReading ReadWords(string said, TimeReference reference, TimePurpose purpose, Rewriting rewriting)
    {
        if (ZoneAtEnd.Read(said, rewriting.Words) is { } zoned && Expressions(zoned.Before, rewriting) is { Count: > 0 } inZone)
            return Place(inZone, reference with { Zone = zoned.Zone }, purpose);

        return Place(Expressions(said, rewriting), reference, purpose);
    }

    private static List<Expression> Expressions(string said, Rewriting rewriting) =>
        [.. rewriting.Write(said).Select(TimeGrammar.Read).OfType<Expression>()];

    private static TimeReading Place(List<Expression> expressions, TimeReference reference, TimePurpose purpose) =>
        expressions.FirstOrDefault() switch
        {
            Expression.Newest => new TimeReading.Latest(),
            Expression.Repeated => new TimeReading.Refused(TimeRefusal.Repetition),
            Expression.Length length => new TimeReading.Length(length.Period),
            _ => Place(expressions, reference, purpose, Side.Both) switch
            {
                // "Saturday 22:00", said on a Saturday at 23:00 of something to be done, is a week from now.
                TimeReading.Refused { Why: TimeRefusal.NotFuture } refused => Otherwise(
                    refused, Place(expressions, reference, purpose, Side.Later)),
                TimeReading.Refused { Why: TimeRefusal.NotPast } refused => Otherwise(
                    refused, Place(expressions, reference, purpose, Side.Earlier)),
                var reading => reading,
            },
        };

    private static TimeReading Place(List<Expression> expressions, TimeReference reference, TimePurpose purpose, Side side) =>
        Choice.Of(expressions.SelectMany(expression => Times(expression, reference, purpose, side)), reference.Now, purpose);

    private static TimeReading Otherwise(TimeReading refused, TimeReading other) =>
        other is TimeReading.Found or TimeReading.Ambiguous ? other : refused;

    private static IEnumerable<ResolvedTime> Times(Expression expression, TimeReference reference, TimePurpose purpose, Side side) =>
        expression switch
        {
            Expression.OfDay ofDay => TimesOfDay.Resolve(ofDay, reference, purpose),
            Expression.OnCalendar there => there
                .Meaning(new(reference.LocalNow, side))
                .SelectMany(stretch => LocalTimes.Resolve(stretch, reference.Zone)),
            _ => [],
        };

    private static ResolvedTime Exact(OffsetDateTime exact)
    {
        var at = exact.InFixedZone();
        return new(at, at);
    }
}
