using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Fields;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests.PrivilegedAccess;

/// <summary>What privileged access keeps to.</summary>
internal static partial class AccessRules
{
    public const int UsualDays = 30;
    public const int MostDays = 90;
    public const int MostStandingDays = 365;

    /// <summary>When its owner is reminded that access ends: in days before.</summary>
    public static readonly IReadOnlyList<int> DaysBeforeEnd = [7, 1];

    private const string AllObjects = "*ALLOBJ";

    /// <summary>
    /// With one of these a profile can give itself all others, or cover its traces. Source: IBM i documentation, "Special authorities".
    /// </summary>
    private static readonly string[] FarReaching = [AllObjects, "*SECADM", "*AUDIT", "*SERVICE"];

    public static IEnumerable<string> FarReachingIn(string authorities) =>
        FarReaching.Where(authority => authorities.Contains(authority, StringComparison.OrdinalIgnoreCase)
            || authorities.Split(' ', ',', ';').Contains(authority[1..], StringComparer.OrdinalIgnoreCase));

    /// <summary>Everything on the system can be reached with it.</summary>
    public static bool ReachesAll(string profile, string authorities) =>
        profile == "QSECOFR" || FarReachingIn(authorities).Contains(AllObjects);

    /// <summary>Two times of day are said: "from 20:00 to 22:00", "von 8 bis 10 Uhr", "9時から11時まで".</summary>
    public static bool IsStretch(string time) => TwoClocks().IsMatch(time);

    // The first number is no part of a date: "until 2026-12-05 18:00" says one time.
    [GeneratedRegex(
        @"(?<![\d-])\d{1,2}(?:[:.h]\d\d)?\s?(?:h|uhr|am|pm|時)?\s*"
            + @"(?:–|-|から|(?<=[\s\dhm])(?:to|till|until|and|bis|und|a|à|às|as|y|e|et)\s)\s*(?:las\s)?\d{1,2}(?![\d-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex TwoClocks();

    /// <summary>The last minute of the day this many days after the request was begun.</summary>
    public static Moment After(int days, DateTimeOffset begun, DateTimeZone zone)
    {
        var last = (Instant.FromDateTimeOffset(begun).InZone(zone).Date.PlusDays(days) + new LocalTime(23, 59))
            .InZoneLeniently(zone)
            .ToInstant();
        return new(last, last, zone.Id);
    }
}
