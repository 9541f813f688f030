using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>What operations people mean, also where the public cases say something else.</summary>
public sealed class OperationsTimeTests
{
    [Theory]
    [InlineData("last night", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("last night's backup", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("2am last night", "2026-08-19 02:00 +02")]
    [InlineData("last night at 2am", "2026-08-19 02:00 +02")]
    [InlineData("last night at 22:00", "2026-08-18 22:00 +02")]
    [InlineData("midnight last night", "2026-08-19 00:00 +02")]
    [InlineData("yesterday 2am", "2026-08-18 02:00 +02")]
    [InlineData("this morning at 2am", "2026-08-19 02:00 +02")]
    public void A_night_is_worked_through_and_runs_into_the_morning(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Fact]
    public void Tonight_at_two_is_after_midnight() =>
        Assert.Equal("2026-08-20 02:00 +02", Said.Line(Said.Read("tonight at 2am", TimePurpose.Window)));

    [Theory]
    [InlineData("the 14th 23:30 UTC", "2026-08-14 23:30 +00")]
    [InlineData("on the 14th at 23:30", "2026-08-14 23:30 +02")]
    [InlineData("the 14th", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("2026-08-14 23:30 UTC", "2026-08-14 23:30 +00")]
    public void A_day_of_the_month_keeps_its_time(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("month-end", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("last month end", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("end of last month", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("last day of July", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("before Friday's month-end", "../2026-08-14 00:00 +02")]
    public void A_months_end_is_its_last_day(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("latest")]
    [InlineData("last full save")]
    [InlineData("the latest backup")]
    public void The_newest_is_a_word_of_its_own(string text) =>
        Assert.IsType<TimeReading.Latest>(Said.Read(text, TimePurpose.RestorePoint));

    [Fact]
    public void A_leading_zero_is_of_twenty_four_hours() =>
        Assert.Equal("2026-08-19 02:00 +02", Said.Line(Said.Read("today 02:00")));

    [Theory]
    [InlineData("05/06/2026", "2026-05-06 00:00 +02/2026-05-07 00:00 +02 or 2026-06-05 00:00 +02/2026-06-06 00:00 +02")]
    [InlineData("22/04/2026", "2026-04-22 00:00 +02/2026-04-23 00:00 +02")]
    public void Day_first_or_month_first_is_asked(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Fact]
    public void The_weekday_settles_the_year() =>
        Assert.Equal("2017-05-09 00:00 +02/2017-05-10 00:00 +02",
            Said.Line(Said.Read("Tue May 9", TimePurpose.Any, Said.At(2018, 1, 7, 0, 0, "Europe/Berlin"))));

    [Theory]
    [InlineData("christmas")]
    [InlineData("labor day weekend")]
    public void Public_holidays_differ_by_country_and_are_not_guessed(string text) =>
        Assert.IsType<TimeReading.NotUnderstood>(Said.Read(text));
}
