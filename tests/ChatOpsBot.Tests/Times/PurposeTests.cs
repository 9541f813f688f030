using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>What a time is wanted for decides between its readings; what stays open is asked.</summary>
public sealed class PurposeTests
{
    [Theory]
    [InlineData("Friday", TimePurpose.RestorePoint, "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("Friday", TimePurpose.Window, "2026-08-21 00:00 +02/2026-08-22 00:00 +02")]
    [InlineData("Friday 22:00", TimePurpose.RestorePoint, "2026-08-14 22:00 +02")]
    [InlineData("between Friday 22:00 and Saturday 06:00", TimePurpose.Window, "2026-08-21 22:00 +02/2026-08-22 06:00 +02")]
    [InlineData("tomorrow 22:00 to 06:00", TimePurpose.Window, "2026-08-20 22:00 +02/2026-08-21 06:00 +02")]
    [InlineData("3 hours ago", TimePurpose.RestorePoint, "2026-08-19 07:30 +02")]
    [InlineData("2am", TimePurpose.RestorePoint, "2026-08-19 02:00 +02")]
    [InlineData("now", TimePurpose.Window, "2026-08-19 10:30 +02")]
    [InlineData("2am", TimePurpose.Window, "2026-08-20 02:00 +02")]
    public void The_reading_that_fits_is_found(string text, TimePurpose purpose, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, purpose)));

    [Fact]
    public void Two_readings_in_the_past_are_asked() =>
        Assert.Equal("2026-08-18 03:30 +02 or 2026-08-18 15:30 +02", Said.Line(Said.Read("yesterday at 3:30", TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("tomorrow", TimePurpose.RestorePoint, TimeRefusal.NotPast)]
    [InlineData("yesterday", TimePurpose.Window, TimeRefusal.NotFuture)]
    [InlineData("every night at 2am", TimePurpose.Window, TimeRefusal.Repetition)]
    [InlineData("weekly on Friday", TimePurpose.RestorePoint, TimeRefusal.Repetition)]
    public void What_cannot_be_asked_for_is_refused(string text, TimePurpose purpose, TimeRefusal why) =>
        Assert.Equal(new TimeReading.Refused(why), Said.Read(text, purpose));

    [Theory]
    [InlineData("before Friday", "../2026-08-14 00:00 +02")]
    [InlineData("before the 14th 23:30 UTC", "../2026-08-14 23:30 +00")]
    public void Before_ends_exactly_there(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("feb 30")]
    [InlineData("PRODLIB on LPAR1")]
    [InlineData("")]
    public void What_is_no_time_is_not_understood(string text) => Assert.IsType<TimeReading.NotUnderstood>(Said.Read(text));

    [Fact]
    public void A_length_has_no_place_on_the_calendar() => Assert.Equal("length PT3H", Said.Line(Said.Read("3 hours", TimePurpose.Window)));
}
