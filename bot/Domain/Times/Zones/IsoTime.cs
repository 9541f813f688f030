using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Domain.Times.Zones;

/// <summary>ISO 8601, exactly as written: tried before anything else.</summary>
internal static class IsoTime
{
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<Z+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmsso<Z+HHmm>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    /// <summary>A date and time with its offset.</summary>
    public static OffsetDateTime? ReadOffset(string text) => !LooksIso(text)
        ? null
        : WithOffset
            .Select(pattern => pattern.Parse(text))
            .Where(result => result.Success)
            .Select(result => (OffsetDateTime?)result.Value)
            .FirstOrDefault();

    /// <summary>An interval "start/end", each end with its offset or in the zone; null when it is none or ends before it starts.</summary>
    public static ResolvedTime? ReadInterval(string text, DateTimeZone zone)
    {
        var ends = text.Split('/');
        return
            ends.Length == 2
            && ReadEnd(ends[0], zone) is { } start
            && ReadEnd(ends[1], zone) is { } end
            && new ResolvedTime(start, end) is { IsOnEveryCalendar: true } interval
            && start.ToInstant() < end.ToInstant()
            ? interval
            : null;
    }

    // An end that the clocks skip or show twice is no exact time: it is left to be asked for by its offset.
    private static ZonedDateTime? ReadEnd(string text, DateTimeZone zone) => ReadOffset(text) is { } exact ? exact.InFixedZone()
        : ReadLocal(text) is { } local && zone.MapLocal(local) is { Count: 1 } mapping ? mapping.Single() : null;

    /// <summary>A date and time without an offset: of the person's zone.</summary>
    public static LocalDateTime? ReadLocal(string text) => !LooksIso(text)
        ? null
        : Local
            .Select(pattern => pattern.Parse(text))
            .Where(result => result.Success)
            .Select(result => (LocalDateTime?)result.Value)
            .FirstOrDefault();

    // Most people say "tonight": no need to try all that is exact.
    private static bool LooksIso(string text) => text is [>= '0' and <= '9' or '-', ..] && text.Contains('T');
}
