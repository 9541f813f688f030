using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>A day that comes round, named on that very day when its time has passed, or is still to come.</summary>
public sealed class JustPassedTests
{
    private static readonly TimeReference LateOnSaturday = Said.At(2026, 11, 28, 23, 30, "Europe/Berlin");

    [Theory]
    [InlineData("Saturday 22:00", "2026-12-05 22:00 +01")]
    [InlineData("on Saturday at 10 pm", "2026-12-05 22:00 +01")]
    [InlineData("Saturday 22:00 UTC", "2026-12-05 22:00 +00")]
    [InlineData("Saturday evening", "2026-12-05 16:00 +01/2026-12-05 20:00 +01")]
    [InlineData("from Saturday 20:00 to Saturday 22:00", "2026-12-05 20:00 +01/2026-12-05 22:00 +01")]
    [InlineData("between Friday 22:00 and Saturday 06:00", "2026-12-04 22:00 +01/2026-12-05 06:00 +01")]
    [InlineData("Saturday 23:45", "2026-11-28 23:45 +01")]
    [InlineData("22:00", "2026-11-29 22:00 +01")]
    [InlineData("the 28th at 22:00", "2026-12-28 22:00 +01")]
    [InlineData("Samstag 22 Uhr", "2026-12-05 22:00 +01")]
    [InlineData("Samstagabend", "2026-12-05 16:00 +01/2026-12-05 20:00 +01")]
    [InlineData("am 28. um 22 Uhr", "2026-12-28 22:00 +01")]
    public void Of_something_to_be_done_it_is_the_next_one(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Window, LateOnSaturday)));

    [Theory]
    [InlineData("Saturday at 10", "2026-12-05 10:00 +01 or 2026-12-05 22:00 +01")]
    public void What_stays_open_is_asked(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Window, LateOnSaturday)));

    [Theory]
    [InlineData("Saturday 23:45", "2026-11-21 23:45 +01")]
    [InlineData("the 28th at 23:45", "2026-10-28 23:45 +01")]
    [InlineData("23:45", "2026-11-27 23:45 +01")]
    [InlineData("Saturday 22:00", "2026-11-21 22:00 +01 or 2026-11-28 22:00 +01")]
    [InlineData("Samstag 23:45 Uhr", "2026-11-21 23:45 +01")]
    [InlineData("am 28. um 23:45 Uhr", "2026-10-28 23:45 +01")]
    public void Of_something_to_go_back_to_it_is_the_last_one(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint, LateOnSaturday)));

    [Theory]
    [InlineData("today at 22:00")]
    [InlineData("this Saturday at 22:00")]
    [InlineData("2026-11-28 22:00")]
    [InlineData("Saturday the 28th at 22:00")]
    [InlineData("heute um 22 Uhr")]
    public void A_day_that_does_not_come_round_is_refused(string text) =>
        Assert.Equal(new TimeReading.Refused(TimeRefusal.NotFuture), Said.Read(text, TimePurpose.Window, LateOnSaturday));

    [Theory]
    [InlineData("month end at 22:00", "2027-01-31 22:00 +01")]
    [InlineData("31 December 22:00", "2027-12-31 22:00 +01")]
    [InlineData("year end 22:00", "2027-12-31 22:00 +01")]
    [InlineData("quarter end 22:00", "2027-03-31 22:00 +02")]
    public void An_end_comes_round_as_well(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Window, Said.At(2026, 12, 31, 23, 50, "Europe/Berlin"))));
}
