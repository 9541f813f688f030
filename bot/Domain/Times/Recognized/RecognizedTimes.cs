using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Times.Grammar;
using Microsoft.Recognizers.Text;
using NodaTime;

namespace ChatOpsBot.Domain.Times.Recognized;

/// <summary>
/// Times that our own grammar does not read, in the languages of which it knows the commonest words alone. Only what is recognised as a
/// whole and with its day counts: of "la nuit dernière" the library reads "la nuit", and of a text that it takes for a time of day it
/// may have dropped the day.
/// </summary>
/// <param name="patience">How long somebody can wait for it.</param>
internal sealed partial class RecognizedTimes(TimeSpan patience)
{
    // An open year, month, day or week of a TIMEX: the day comes round.
    private const string Open = "XX";

    // In hours.
    private const int HalfDay = 12;

    private readonly Dictionary<string, LanguageModel> _models = new(StringComparer.Ordinal)
    {
        ["es"] = new("es-es"),
        ["fr"] = new("fr-fr"),
        ["ja"] = new("ja-jp"),
        ["pt"] = new("pt-br"),
    };

    /// <summary>Whether the language is read here at all.</summary>
    public bool Knows(string language) => _models.ContainsKey(language);

    /// <summary>Null for a text that is no time, or not known to be one in time.</summary>
    public Expression? Read(string said, string language, LocalDateTime now)
    {
        if (Find(said, language, now) is not { } found)
            return null;
        if (found.Any(value => value["type"] is "set"))
            return new Expression.Repeated();

        var stretches = Meant(said, found);
        var comesRound = found.All(value => value.GetValueOrDefault("timex", "").Contains(Open, StringComparison.Ordinal));
        return stretches.Count == 0 || stretches.Exists(stretch => IsCounted(stretch, now))
            ? null
            : new Expression.OnCalendar(clock =>
                clock.Side switch
                {
                    Side.Earlier when comesRound => Again(said, language, now.PlusDays(-1)),
                    Side.Later when comesRound => Again(said, language, now.PlusDays(1)),
                    _ => stretches,
                });
    }

    private List<Stretch> Again(string said, string language, LocalDateTime now) =>
        Find(said, language, now) is { } found ? Meant(said, found) : [];

    // "9h" and "9時" are hours of twenty-four, as "9 Uhr" is.
    private static List<Stretch> Meant(string said, List<Dictionary<string, string>> found)
    {
        var stretches = found.Select(Stretched).OfType<Stretch>().ToList();
        return HourOfDay().IsMatch(said)
            ? [.. stretches.Where(late => !stretches.Exists(early => early.From?.PlusHours(HalfDay) == late.From))]
            : stretches;
    }

    private List<Dictionary<string, string>>? Find(string said, string language, LocalDateTime now)
    {
        var results = _models[language].Parse(said, now.ToDateTimeUnspecified(), patience);
        return results is [var only] && IsWhole(said, only)
            && only.Resolution?.GetValueOrDefault("values") is List<Dictionary<string, string>> { Count: > 0 } values ? values : null;
    }

    private static bool IsWhole(string said, ModelResult result) =>
        result.Start >= 0 && result.End < said.Length && Idle().IsMatch(said[..result.Start]) && Idle().IsMatch(said[(result.End + 1)..]);

    private static Stretch? Stretched(Dictionary<string, string> value) =>
        value["type"] switch
        {
            "date" when Date(value.GetValueOrDefault("value")) is { } day => Stretch.Day(day.Date),
            "datetime" when Date(value.GetValueOrDefault("value")) is { } at => Stretch.Moment(at),
            "daterange"
            or "datetimerange"
                when Date(value.GetValueOrDefault("start")) is var from
                    && Date(value.GetValueOrDefault("end")) is var to
                    && (from ?? to) is not null => new(from, Closed(to)),
            _ => null,
        };

    // "há uma hora" is recognised as the hour since then, "dentro de dos horas" as the two hours until then: a moment is meant.
    private static bool IsCounted(Stretch stretch, LocalDateTime now) =>
        !stretch.IsMoment && now.With(TimeAdjusters.TruncateToSecond) is var second && (stretch.From == second || stretch.To == second);

    private static LocalDateTime? Date(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, out var read) ? LocalDateTime.FromDateTime(read) : null;

    private static LocalDateTime? Closed(LocalDateTime? end) =>
        end?.TimeOfDay == new LocalTime(23, 59, 59) ? end.Value.PlusSeconds(1) : end;

    [GeneratedRegex(@"\d ?(h\b|h\d\d|heures?\b|horas?\b|時)", RegexOptions.IgnoreCase)]
    private static partial Regex HourOfDay();

    // Articles and prepositions, and what stands behind a time in Japanese. "do" is "d" and "o" as well: without backtracking, a row of
    // them takes no longer than its length.
    [GeneratedRegex(
        @"^[\s,.'’、]*((el|la|los|las|le|les|o|a|os|as|à|de|del|du|des|do|da|d|l|en|em|au|no|na|の|に|を|で)[\s,.'’、]*)*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Idle();
}
