using NodaTime;

namespace ChatOpsBot.Dialogs.Forms.Wording;

/// <summary>Time zones by the ids under which they are stored.</summary>
public static class Zones
{
    /// <summary>The zone, or UTC where its id is no longer known.</summary>
    public static DateTimeZone Of(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;
}
