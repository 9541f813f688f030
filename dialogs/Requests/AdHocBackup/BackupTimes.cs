using ChatOpsBot.Domain.Requests.Fields;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests.AdHocBackup;

/// <summary>What follows from when a backup begins. One that begins as soon as possible begins now.</summary>
internal static class BackupTimes
{
    /// <summary>How near a change has to be for its backup to be urgent.</summary>
    public static readonly Duration Imminent = Duration.FromHours(4);

    private const int AllWeek = 7;
    private static readonly LocalTime Opening = new(7, 0);
    private static readonly LocalTime Closing = new(19, 0);

    /// <summary>When it begins, or has to be done by where only that was said ("before the upgrade").</summary>
    public static Instant First(Moment start, Instant now) => start.First ?? now;

    /// <summary>Some of it can lie between Monday and Friday, 7:00 to 19:00.</summary>
    /// <param name="zone">Where the people work.</param>
    public static bool IsInBusinessHours(Moment start, Instant now, DateTimeZone zone)
    {
        var from = (start.Start ?? now).InZone(zone).LocalDateTime;
        var to = start is { IsOpen: false, End: { } end } ? end.InZone(zone).LocalDateTime : from;
        return Enumerable.Range(0, AllWeek + 1).Select(from.Date.PlusDays)
            .TakeWhile(day => day <= to.Date)
            .Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            .Any(day => from < day + Closing && (to > day + Opening || (from == to && to == day + Opening)));
    }

    /// <summary>What has to be done by a time is not even begun then.</summary>
    public static bool IsTooEarly(Moment by, Moment start, Instant now) => (by.End ?? by.Start) <= (start.Start ?? now);
}
