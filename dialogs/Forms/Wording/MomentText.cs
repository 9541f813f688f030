using System.Globalization;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Dialogs.Forms.Wording;

/// <summary>Writes a time out in full, with its zone and in UTC, so that nobody has to guess what was understood.</summary>
internal static class MomentText
{
    private const string UtcPattern = "uuuu-MM-dd HH:mm";

    public static string Write(Moment moment, TimePurpose purpose, string zone, Phrases words)
    {
        if (moment.IsOpen)
            return purpose is TimePurpose.RestorePoint ? words["moment.latest"] : words["moment.soonest"];

        var place = Zones.Of(zone);
        return moment switch
        {
            { IsSingle: true } => Say("moment.at", moment.Start, null),
            { Start: null } => Say("moment.before", moment.End, null),
            { End: null } => Say("moment.after", moment.Start, null),
            _ => Say("moment.between", moment.Start, moment.End),
        };

        // In UTC itself there is nothing to add.
        string Say(string key, Instant? start, Instant? end) =>
            words.Fill(
                place.Id is "UTC" or "Etc/UTC" ? key + "_utc" : key,
                new Dictionary<string, string>
                {
                    ["start"] = words.Moment(start!.Value.InZone(place).LocalDateTime),
                    ["end"] = end is { } last ? words.Moment(last.InZone(place).LocalDateTime) : "",
                    ["zone"] = place.Id,
                    ["utc"] = end is { } late ? $"{Utc(start.Value)} – {Utc(late)}" : Utc(start.Value),
                });
    }

    private static string Utc(Instant instant) => instant.InUtc().LocalDateTime.ToString(UtcPattern, CultureInfo.InvariantCulture);
}
