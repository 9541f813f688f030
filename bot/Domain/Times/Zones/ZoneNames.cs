using NodaTime;
using NodaTime.TimeZones;

namespace ChatOpsBot.Domain.Times.Zones;

/// <summary>
/// Time zones by the names that people, clients and operating systems give them: those of the IANA time zone database
/// ("Europe/Berlin") and those of Windows ("W. Europe Standard Time"), the latter by Unicode's table (CLDR windowsZones).
/// </summary>
public static class ZoneNames
{
    /// <summary>Null for a name that no zone has.</summary>
    public static DateTimeZone? Find(string? name)
    {
        var said = name?.Trim() ?? "";
        return said.Length == 0 ? null
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(said)
                ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(said, out var id) ? DateTimeZoneProviders.Tzdb[id] : null);
    }
}
