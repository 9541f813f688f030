using System.Globalization;
using ChatOpsBot.Dialogs.Words;
using NodaTime;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Times as the desk's pages show them: by the clock of the default time zone, which the page names.</summary>
public sealed record DeskTimes(DateTimeZone Zone, DateTimeOffset Now, Phrases Words)
{
    /// <summary>The time of today, otherwise with the day.</summary>
    public string Text(DateTimeOffset at)
    {
        var local = In(at);
        return local.Date == In(Now).Date ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : Words.Moment(local);
    }

    /// <summary>How long ago it was, in the largest unit that fills.</summary>
    public string Since(DateTimeOffset at) => (Now - at) switch
    {
        { TotalDays: >= 1 } age => Length("days", age.TotalDays),
        { TotalHours: >= 1 } age => Length("hours", age.TotalHours),
        { TotalMinutes: >= 1 } age => Length("minutes", age.TotalMinutes),
        _ => Words["desk.age.now"],
    };

    private string Length(string unit, double count) =>
        Words.Say($"desk.age.{unit}", ("count", Math.Floor(count).ToString(CultureInfo.InvariantCulture)));

    private LocalDateTime In(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Zone).LocalDateTime;
}
