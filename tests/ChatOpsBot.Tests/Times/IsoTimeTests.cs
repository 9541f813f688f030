using ChatOpsBot.Domain.Times.Zones;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Tests.Times;

public sealed class IsoTimeTests
{
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        .. new[]
        {
            "uuuu-MM-dd'T'HH:mmo<Z+HH:mm>", "uuuu-MM-dd'T'HH:mm:sso<Z+HHmm>", "uuuu-MM-dd'T'HH:mmo<Z+HHmm>", "uuuuMMdd'T'HHmmsso<Z+HHmm>",
        }.Select(OffsetDateTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly LocalDateTimePattern[] Local =
        [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")];

    private static readonly Gen<OffsetDateTime> Times = Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 86_399], Gen.Int[-18, 18])
        .Select((day, second, hours) => new LocalDate(2026, 11, 30).PlusDays(day).AtMidnight().PlusSeconds(second)
            .WithOffset(Offset.FromHours(hours)));

    [Fact]
    public void A_time_in_any_of_the_forms_is_read_from_before_Christ_to_the_last_year() => Times.Sample(time =>
    {
        Assert.All(WithOffset, form =>
            Assert.Equal(form.Parse(form.Format(time)).Value, IsoTime.ReadOffset(form.Format(time))));
        Assert.All(Local, form =>
            Assert.Equal(form.Parse(form.Format(time.LocalDateTime)).Value, IsoTime.ReadLocal(form.Format(time.LocalDateTime))));
    });

    [Fact]
    public void What_is_refused_at_a_glance_is_in_none_of_the_forms() => Gen.OneOf(
        Times.Select(time => WithOffset[0].Format(time)),
        Gen.Char["-+0123T:tZ ٣"].Array[0, 20].Select(letters => new string(letters))).Select(Gen.Int[0, 30], Gen.Char["-+0T:tZ ٣"])
        .Select((text, at, letter) => text.Length == 0 ? $"{letter}" : text.Remove(at % text.Length, 1).Insert(at % text.Length, $"{letter}"))
        .Sample(text =>
        {
            Assert.Equal(WithOffset.Any(form => form.Parse(text).Success), IsoTime.ReadOffset(text) is not null);
            Assert.Equal(Local.Any(form => form.Parse(text).Success), IsoTime.ReadLocal(text) is not null);
        });
}
