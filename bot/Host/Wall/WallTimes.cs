using System.Globalization;
using ChatOpsBot.Dialogs.Words;
using NodaTime;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// Times as the page shows them: by the clock of the default time zone with UTC beside; with the day where it is not the one the event
/// began on.
/// </summary>
public sealed record WallTimes(DateTimeZone Zone, DateTimeOffset Begun, Phrases Words)
{
    private const string Clock = "HH:mm";

    private bool IsUtc => Zone.Id is "UTC" or "Etc/UTC";

    /// <summary>With UTC beside, unless that is the default zone.</summary>
    public string Text(DateTimeOffset at) =>
        IsUtc ? $"{Brief(at)} UTC" : $"{Brief(at)} ({In(DateTimeZone.Utc, at).ToString(Clock, CultureInfo.InvariantCulture)} UTC)";

    /// <summary>By the default zone alone.</summary>
    public string Brief(DateTimeOffset at)
    {
        var local = In(Zone, at);
        return local.Date == In(Zone, Begun).Date ? local.ToString(Clock, CultureInfo.InvariantCulture) : Words.Moment(local);
    }

    private static LocalDateTime In(DateTimeZone zone, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
}
