using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>
/// Finds the zone that is said right behind a time: "22:00 CDT", "10pm Tokyo time", "08:00 +02:00", "22:00 Europe/Berlin". Whether there is
/// such a zone is for the reader of times to say: what is left out here would silently mean another time.
/// </summary>
internal static partial class ZoneTail
{
    /// <returns>Where the zone ends; the end of the time where none is said.</returns>
    public static int EndOf(string text, int end)
    {
        var zone = Zone().Match(text, end);
        return zone.Success ? end + zone.Length : end;
    }

    // Abbreviations of zones are written in capitals and end with T ("CDT"), but for those of the whole world.
    [GeneratedRegex(
        """
            \G (?: \s* \(? (?:UTC|GMT)? \s? [+-]\d{1,2} (?: :?\d\d )? (?! \d | [-.]\d )
              | \s \(? (?: [A-Z]{1,4}T | UTC | GMT | Z | Zulu ) \b
              | \s \(? [A-Z][A-Za-z]+ (?: /[A-Z][A-Za-z_]+ )+
              | (?: \s \p{Lu}\p{L}+ ){1,2} \s time \b
            ) \)?
            """,
        RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Zone();
}
