using ChatOpsBot.Domain.Times;
using ChatOpsBot.Domain.Times.Recognized;
using NodaTime;

namespace ChatOpsBot.Tests.Times;

/// <summary>What Microsoft.Recognizers.Text 1.8.13 reads otherwise than operations people mean it; our own rules come first.</summary>
public sealed class RecognizerFaultTests
{
    private static readonly TimeReference Saturday = Said.At(2026, 11, 28, 21, 45, "Europe/Berlin");

    [Theory]
    [InlineData("last Friday night at 2", TimePurpose.RestorePoint, "2026-11-21 02:00 +01")]
    [InlineData("heute Nacht um 2 Uhr", TimePurpose.RestorePoint, "2026-11-28 02:00 +01")]
    [InlineData("heute Nacht um 2 Uhr", TimePurpose.Window, "2026-11-29 02:00 +01")]
    [InlineData("14:00 CET", TimePurpose.RestorePoint, "2026-11-28 14:00 +01")]
    [InlineData("yesterday 14:00 EST", TimePurpose.RestorePoint, "2026-11-27 14:00 -05")]
    [InlineData("2026-11-27T22:00Z", TimePurpose.RestorePoint, "2026-11-27 22:00 +00")]
    [InlineData("2026-11-27T22:00:00+01:00", TimePurpose.RestorePoint, "2026-11-27 22:00 +01")]
    [InlineData("the last Friday of this month", TimePurpose.RestorePoint, "2026-11-27 00:00 +01/2026-11-28 00:00 +01")]
    [InlineData("quarter to midnight yesterday", TimePurpose.RestorePoint, "2026-11-27 23:45 +01")]
    [InlineData("yesterday at quarter to midnight", TimePurpose.RestorePoint, "2026-11-27 23:45 +01")]
    [InlineData("ten to six this morning", TimePurpose.RestorePoint, "2026-11-28 05:50 +01")]
    [InlineData("ten to six yesterday evening", TimePurpose.RestorePoint, "2026-11-27 17:50 +01")]
    [InlineData("8 to 11 this morning", TimePurpose.RestorePoint, "2026-11-28 08:00 +01/2026-11-28 11:00 +01")]
    public void It_is_read_as_operations_people_mean_it(string text, TimePurpose purpose, string expected) =>
        Assert.Equal(
            expected, Said.Line(Said.Read(text, purpose, Saturday, text.StartsWith("heute", StringComparison.Ordinal) ? "de" : "en")));

    [Fact]
    public void A_row_of_syllables_beside_a_time_takes_no_longer_than_its_length()
    {
        // "do" is a word, and so are "d" and "o": as many ways to read the row as there are combinations.
        var said = $"ontem {string.Concat(Enumerable.Repeat("do", 60))}x";
        Assert.Null(new RecognizedTimes(TimeSpan.FromMinutes(2)).Read(said, "pt", new LocalDateTime(2026, 11, 28, 21, 45)));
    }
}
