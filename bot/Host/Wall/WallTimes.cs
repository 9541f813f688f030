using System.Globalization;
using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// Times as the page shows them: by the clock of the default time zone with UTC beside; with the day where it is not the one the event
/// began on.
/// </summary>
internal sealed record WallTimes(DateTimeZone Zone, DateTimeOffset Begun, Phrases Words)
{
    private const string Clock = "HH:mm";

    private bool IsUtc => Zone.Id is "UTC" or "Etc/UTC";

    public string Text(DateTimeOffset at) =>
        IsUtc ? $"{Short(at)} UTC" : $"{Short(at)} ({In(DateTimeZone.Utc, at).ToString(Clock, CultureInfo.InvariantCulture)} UTC)";

    public string Short(DateTimeOffset at)
    {
        var local = In(Zone, at);
        return local.Date == In(Zone, Begun).Date ? local.ToString(Clock, CultureInfo.InvariantCulture) : Words.Moment(local);
    }

    /// <summary>The same for programs.</summary>
    public static IHtmlContent Mark(DateTimeOffset at, string text) =>
        Html.Of($"""<time datetime="{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}">{text}</time>""");

    private static LocalDateTime In(DateTimeZone zone, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
}
