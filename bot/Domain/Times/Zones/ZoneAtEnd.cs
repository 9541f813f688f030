using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Times.Words;
using NodaTime;

namespace ChatOpsBot.Domain.Times.Zones;

/// <summary>A zone said behind a time: "23:30 UTC", "14:00 CET", "08:00 +02:00", "22:00 Europe/Berlin", "10pm Tokyo time".</summary>
internal static partial class ZoneAtEnd
{
    /// <summary>The zone, and the text without it; null when none was said.</summary>
    public static (DateTimeZone Zone, string Before)? Read(string text, TimeWords words) =>
        ReadEnd(text, words) ?? (Inside().Match(text) is { Success: true } inside
            && words.Zone(inside.Groups["name"].Value.ToLowerInvariant()) is not null
            ? ReadEnd(text.Remove(inside.Index, inside.Length) + inside.Value, words)
            : null);

    private static (DateTimeZone Zone, string Before)? ReadEnd(string text, TimeWords words)
    {
        if (OfCity(text) is { } local)
            return local;

        var match = Ending().Match(text);
        if (!match.Success)
            return null;

        var said = match.Groups["name"].Value;
        var zone = match.Groups["sign"].Success ? Offset(match)
            : words.Zone(said.ToLowerInvariant()) is { } known ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(known)
            : said.Contains('/') ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(said) : null;
        return zone is null ? null : (zone, WithoutName(text[..match.Index], said));
    }

    // "Tokyo time", "New York time"
    private static (DateTimeZone Zone, string Before)? OfCity(string text)
    {
        var words = CityTime().Match(text);
        return words.Groups["city"].Captures.Select(city => (Zone: ZoneNames.OfCity(text[city.Index..words.Groups["time"].Index].Trim()), city))
            .Where(found => found.Zone is not null)
            .Select(found => ((DateTimeZone, string)?)(found.Zone!, text[..found.city.Index].TrimEnd()))
            .FirstOrDefault();
    }

    // "Friday 22:00 UTC to Saturday 06:00 UTC": the name counts for both ends.
    private static string WithoutName(string text, string name) =>
        name.Length == 0 ? text : text.Replace($" {name}", "", StringComparison.OrdinalIgnoreCase);

    private static DateTimeZone? Offset(Match match)
    {
        var hours = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59)
            return null;

        var total = Offset(hours, minutes);
        return DateTimeZone.ForOffset(match.Groups["sign"].Value == "+" ? total : -total);
    }

    private static Offset Offset(int hours, int minutes) => NodaTime.Offset.FromHoursAndMinutes(hours, minutes);

    // "14:30 CET tomorrow", but not "22:00 UTC to 06:00".
    [GeneratedRegex(@"(?<=\d|[ap]m|uhr) (?<name>[a-z]{1,5})\b(?= [^\d]+$)", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?:(?<=\s)(?<city>\p{L}+)\s+){1,3}(?<time>time)$", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex CityTime();

    // An offset needs a time, "am", "Uhr" or UTC before it, so that the last part of a date is none; and
    // "22:00-02:00" are two times.
    [GeneratedRegex(
        """
            (?<= \d | \p{L} | \. ) \s*
            (?: \(? (?: (?:utc|gmt)\s? )? (?<= :\d\d | [ap]m | utc | gmt | utc\s | gmt\s | uhr | uhr\s | \d\d?\s )
                    (?<sign> \+ | (?<= \s | utc | gmt ) - ) (?<hours>\d{1,2}) (?: :?(?<minutes>\d\d) )?
              | \s \(? (?<name> \p{L}+ (?: /[\p{L}_]+ )+ )
              | (?: \s\(? | (?<=\d) ) (?<name> \p{L}{1,4} )
            ) \)? \s* $
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        5000
    )]
    private static partial Regex Ending();
}
