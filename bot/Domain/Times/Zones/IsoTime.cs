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
    public static OffsetDateTime? ReadOffset(string text) =>
        WithOffset.Select(pattern => pattern.Parse(text)).Where(result => result.Success).Select(result => (OffsetDateTime?)result.Value).FirstOrDefault();

    /// <summary>A date and time without an offset: of the person's zone.</summary>
    public static LocalDateTime? ReadLocal(string text) =>
        Local.Select(pattern => pattern.Parse(text)).Where(result => result.Success).Select(result => (LocalDateTime?)result.Value).FirstOrDefault();
}
