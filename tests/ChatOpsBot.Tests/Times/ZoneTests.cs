using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>Zones that are said, and the two nights a year that are no ordinary nights.</summary>
public sealed class ZoneTests
{
    [Theory]
    [InlineData("2026-08-14T23:30Z", "2026-08-14 23:30 +00")]
    [InlineData("2026-08-14T23:30:00Z", "2026-08-14 23:30 +00")]
    [InlineData("2026-08-14T23:30:00+02:00", "2026-08-14 23:30 +02")]
    [InlineData("2026-08-14T23:30", "2026-08-14 23:30 +02")]
    [InlineData("yesterday 14:00 CET", "2026-08-18 14:00 +02")]
    [InlineData("2026-01-14 14:00 CEST", "2026-01-14 14:00 +01")]
    [InlineData("yesterday 14:00 +05:30", "2026-08-18 14:00 +05:30")]
    [InlineData("yesterday 14:00 UTC+2", "2026-08-18 14:00 +02")]
    [InlineData("2026-08-14T22:00/2026-08-15T06:00", "2026-08-14 22:00 +02/2026-08-15 06:00 +02")]
    [InlineData("2026-08-14T22:00Z/2026-08-15T06:00Z", "2026-08-14 22:00 +00/2026-08-15 06:00 +00")]
    [InlineData("Friday 22:00 UTC to Saturday 06:00 UTC", "2026-08-14 22:00 +00/2026-08-15 06:00 +00")]
    [InlineData("yesterday 14:00 America/New_York", "2026-08-18 14:00 -04")]
    [InlineData("yesterday 14:00 New York time", "2026-08-18 14:00 -04")]
    [InlineData("yesterday 2pm Tokyo time", "2026-08-18 14:00 +09")]
    [InlineData("yesterday 14:00 BST", "2026-08-18 14:00 +01")]
    public void A_zone_that_is_said_wins(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 03:30 +02 MovedForward")]
    [InlineData("America/New_York", "2026-03-08 02:30", "2026-03-08 03:30 -04 MovedForward")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 02:15", "2025-10-05 02:45 +11 MovedForward")]
    public void A_time_the_clocks_skip_moves_forward_and_says_so(string zone, string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Any, Said.At(2026, 8, 19, 10, 30, zone))));

    [Theory]
    [InlineData("Europe/Berlin", "2025-10-26T02:30", "2025-10-26 02:30 +02 FirstOfTwo or 2025-10-26 02:30 +01 SecondOfTwo")]
    [InlineData("America/New_York", "2025-11-02T01:30", "2025-11-02 01:30 -04 FirstOfTwo or 2025-11-02 01:30 -05 SecondOfTwo")]
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05 01:45 +11 FirstOfTwo or 2026-04-05 01:45 +10:30 SecondOfTwo")]
    public void A_time_the_clocks_show_twice_is_offered_twice(string zone, string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint, Said.At(2026, 8, 19, 10, 30, zone))));
}
