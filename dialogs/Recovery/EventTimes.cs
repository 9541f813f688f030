using System.Globalization;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using NodaTime;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Times of a DR event as a channel reads them: in full where it subjects, by the clock where the day is plain.</summary>
/// <param name="Zone">Where the people of the channel work, as tz database id.</param>
internal sealed record EventTimes(string Zone, DateTimeOffset Begun, Phrases Words)
{
    private const string ClockPattern = "HH:mm";
    private const string UtcPattern = "uuuu-MM-dd HH:mm";

    public string InFull(DateTimeOffset at)
    {
        var place = Zones.Of(Zone);
        return Words.Fill(place.Id is "UTC" or "Etc/UTC" ? "moment.at_utc" : "moment.at", new Dictionary<string, string>
        {
            ["start"] = Words.Moment(In(place, at)),
            ["zone"] = place.Id,
            ["utc"] = In(DateTimeZone.Utc, at).ToString(UtcPattern, CultureInfo.InvariantCulture),
        });
    }

    /// <summary>The clock with its zone and UTC on the day the event began; in full on others.</summary>
    public string Soon(DateTimeOffset at)
    {
        var place = Zones.Of(Zone);
        var local = In(place, at);
        return local.Date != In(place, Begun).Date ? InFull(at)
            : place.Id is "UTC" or "Etc/UTC" ? $"{Clock(local)} UTC"
            : $"{Clock(local)} {place.Id} ({Clock(In(DateTimeZone.Utc, at))} UTC)";
    }

    /// <summary>The clock alone on the day the event began; the day with it on others.</summary>
    public string Short(DateTimeOffset at)
    {
        var place = Zones.Of(Zone);
        var local = In(place, at);
        return local.Date == In(place, Begun).Date ? Clock(local) : Words.Moment(local);
    }

    private static string Clock(LocalDateTime local) => local.ToString(ClockPattern, CultureInfo.InvariantCulture);

    private static LocalDateTime In(DateTimeZone place, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(place).LocalDateTime;
}
