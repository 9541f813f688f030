using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace ChatOpsBot.Domain.Times.Zones;

/// <summary>
/// Time zones by the names that people, clients and operating systems give them: those of the IANA time zone database
/// ("Europe/Berlin") and those of Windows ("W. Europe Standard Time"), the latter by Unicode's table (CLDR windowsZones).
/// </summary>
public static class ZoneNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Cities = new(() => DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/'))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(city => city.Key, city => city.First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The zone of a city that gives one its name, such as "Tokyo" or "New York"; null for any other.</summary>
    public static DateTimeZone? OfCity(string city) =>
        Cities.Value.TryGetValue(city, out var id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;

    /// <summary>Null for a name that no zone has.</summary>
    public static DateTimeZone? Find(string? name)
    {
        var said = name?.Trim() ?? "";
        return said.Length == 0 ? null
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(said)
                ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(said, out var id) ? DateTimeZoneProviders.Tzdb[id] : null);
    }
}
