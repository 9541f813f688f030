using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields.Hours;

/// <summary>The days of the week by their names in a language, whole or cut short: "Wednesday", "Weds", "We".</summary>
internal sealed class WeekDays
{
    private const int Shortest = 2;
    private static readonly ConcurrentDictionary<string, WeekDays> ByLanguage = new();
    private static readonly string[] English = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    private readonly string[] _own;

    private WeekDays(string language) => _own = CultureInfo.GetCultureInfo(language).DateTimeFormat.DayNames;

    public static WeekDays In(string language) => ByLanguage.GetOrAdd(language, key => new(key));

    /// <summary>Null for a word that is no day, or may be two.</summary>
    public IsoDayOfWeek? Find(string said) => Find(said, _own) ?? Find(said, English);

    private static IsoDayOfWeek? Find(string said, string[] names)
    {
        if (said.Length < Shortest)
            return null;

        var found = Enumerable.Range(0, names.Length)
            .Where(day => names[day].StartsWith(said, StringComparison.OrdinalIgnoreCase) || IsPlural(said, names[day]))
            .ToList();
        return found is [var only] ? only == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)only : null;
    }

    private static bool IsPlural(string said, string name) =>
        said.Length == name.Length + 1 && said[^1] is 's' or 'S' && said.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
