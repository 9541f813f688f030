using System.Diagnostics;
using ChatOpsBot.Domain.Times;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Tests.Times;

/// <summary>Whatever is typed, reading ends, and an exact time comes back exactly.</summary>
public sealed class WildTimeTests
{
    private static readonly string[] Pieces =
    [
        "last", "next", "friday", "night", "2am", "14:30", "the", "14th", "31", "of", "may", "9999", "years", "ago", "in", "before",
        "between", "and", "-", "/", ":", ".", "2026-13-45", "every", "UTC", "+02:00", "half", "a", "month-end", "99999999", "week", "12",
        "<at>", "🕐", "é",
    ];

    private static readonly string[] GermanPieces =
    [
        "letzten", "nächste", "freitag", "freitagabend", "nacht", "2 uhr", "14:30", "14.11.", "22.10", "31.", "am", "um", "mai", "9999",
        "jahre", "vor", "in", "zwischen", "und", "auf", "bis", "von", "halb", "drei", "viertel", "früh", "morgen", "ein", "eine", ".",
        "jeden", "UTC", "+02:00", "monatsende", "woche", "zweiundzwanzig", "ersten", "ultimo", "heute nacht", "last", "the", "ß", "so",
    ];

    private static readonly string[] Languages = ["en", "de"];

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [Fact]
    public void Any_text_is_read_without_a_throw_and_soon() => Gen.String[0, 200].Sample(ReadsSoon, iter: 300, threads: 1);

    [Fact]
    public void Any_words_of_time_are_read_without_a_throw_and_soon() => Any(Pieces).Sample(ReadsSoon, iter: 300, threads: 1);

    [Fact]
    public void Any_German_words_of_time_are_read_without_a_throw_and_soon() => Any(GermanPieces).Sample(ReadsSoon, iter: 300, threads: 1);

    [Theory]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("0001-01-01T00:00:00+14:00/9999-12-31T23:59:59-14:00")]
    public void A_time_at_either_end_of_the_calendar_is_not_understood(string text)
    {
        foreach (var purpose in Enum.GetValues<TimePurpose>())
            Assert.IsType<TimeReading.NotUnderstood>(Said.Read(text, purpose, Said.At(2026, 8, 19, 10, 30, "America/New_York")));
    }

    [Theory]
    [InlineData("in 9999 years")]
    [InlineData("9999 years ago")]
    [InlineData("in 9999 months")]
    [InlineData("from 9999 weeks ago to in 9999 weeks")]
    [InlineData("31.12.9999")]
    [InlineData("31 December 9999 at 23:59")]
    public void A_time_far_away_is_read_without_a_throw(string text)
    {
        foreach (var zone in new[] { "America/New_York", "Pacific/Kiritimati" })
            Assert.True(Said.Read(text, at: Said.At(2026, 8, 19, 10, 30, zone)) is not null);
    }

    [Fact]
    public void An_exact_time_comes_back_exactly() =>
        Gen.Select(Gen.Long[0, 4_102_444_799], Gen.Int[-56, 56]).Sample((seconds, quarters) =>
        {
            var said = Instant.FromUnixTimeSeconds(seconds).WithOffset(Offset.FromSeconds(quarters * 900));
            var read = Assert.IsType<TimeReading.Found>(Said.Read(OffsetDateTimePattern.Rfc3339.Format(said)));
            Assert.Equal(said, read.Time.Start!.Value.ToOffsetDateTime());
            Assert.Equal(said.ToInstant(), read.Time.StartUtc);
        });

    [Fact]
    public void A_German_date_with_its_hour_comes_back_exactly() =>
        Gen.Select(Gen.Int[0, 36_000], Gen.Int[0, 1439], Gen.Bool)
            .Sample(
                (day, minute, isPadded) =>
                {
                    var said = new LocalDate(2000, 1, 1).PlusDays(day).AtMidnight().PlusMinutes(minute);
                    var text = LocalDateTimePattern
                        .CreateWithInvariantCulture(isPadded ? "'am' dd.MM.uuuu 'um' HH:mm 'Uhr UTC'" : "'am' d.M.uuuu 'um' H:mm 'Uhr UTC'")
                        .Format(said);
                    var read = Assert.IsType<TimeReading.Found>(Said.Read(text, language: "de"));
                    Assert.Equal(said.InUtc().ToInstant(), read.Time.StartUtc);
                    Assert.True(read.Time.IsMoment);
                });

    private static Gen<string> Any(string[] pieces) =>
        Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[0, 20].Select(some => string.Join(' ', some));

    // What takes long every time is slow; what takes long once met a busy machine.
    private static bool ReadsSoon(string text) => Enumerable.Range(0, 3).Any(_ => Took(text) < Bound);

    private static TimeSpan Took(string text)
    {
        var watch = Stopwatch.StartNew();
        foreach (var purpose in Enum.GetValues<TimePurpose>())
            foreach (var language in Languages)
                _ = Said.Read(text, purpose, language: language);

        return watch.Elapsed;
    }
}
