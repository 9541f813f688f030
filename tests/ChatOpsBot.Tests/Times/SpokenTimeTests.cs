using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>Times as operations people put them into a request, with what is saved or done then beside them.</summary>
public sealed class SpokenTimeTests
{
    [Theory]
    [InlineData("as of yesterday's nightly save", "2026-08-18 00:00 +02/2026-08-19 00:00 +02")]
    [InlineData("last night's nightly save", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("the Sunday full save", "2026-08-16 00:00 +02/2026-08-17 00:00 +02")]
    [InlineData("last Saturday's full save", "2026-08-15 00:00 +02/2026-08-16 00:00 +02")]
    [InlineData("last weekend's full backup", "2026-08-15 00:00 +02/2026-08-17 00:00 +02")]
    [InlineData("over the weekend", "2026-08-15 00:00 +02/2026-08-17 00:00 +02")]
    [InlineData("last month's end-of-month save", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("the end of the month", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("quarter end", "2026-06-30 00:00 +02/2026-07-01 00:00 +02")]
    [InlineData("before last year end", "../2025-12-31 00:00 +01")]
    [InlineData("48 hours ago", "2026-08-17 10:30 +02")]
    [InlineData("last 24 hours", "2026-08-18 10:30 +02/2026-08-19 10:30 +02")]
    [InlineData("before the weekend", "../2026-08-15 00:00 +02")]
    [InlineData("last business day", "2026-08-18 00:00 +02/2026-08-19 00:00 +02")]
    [InlineData("yesterday EOD", "2026-08-18 23:59 +02")]
    [InlineData("close of business Friday", "2026-08-14 23:59 +02")]
    [InlineData("the backup from the 3rd", "2026-08-03 00:00 +02/2026-08-04 00:00 +02")]
    [InlineData("from last night", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("the night before last", "2026-08-17 18:00 +02/2026-08-18 09:00 +02")]
    [InlineData("overnight", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("state of yesterday 22:00", "2026-08-18 22:00 +02")]
    [InlineData("as of 2026-08-14 23:30", "2026-08-14 23:30 +02")]
    [InlineData("as it was yesterday at noon", "2026-08-18 12:00 +02")]
    [InlineData("0200 this morning", "2026-08-19 02:00 +02")]
    [InlineData("2200 yesterday", "2026-08-18 22:00 +02")]
    [InlineData("yesterday at 1930", "2026-08-18 19:30 +02")]
    [InlineData("22h yesterday", "2026-08-18 22:00 +02")]
    [InlineData("yesterday 24:00", "2026-08-19 00:00 +02")]
    [InlineData("at 2 AM on the 14th", "2026-08-14 02:00 +02")]
    [InlineData("two days ago at 3pm", "2026-08-17 15:00 +02")]
    [InlineData("before yesterday's patching", "../2026-08-18 00:00 +02")]
    [InlineData("right before the IPL on Sunday", "../2026-08-16 00:00 +02")]
    [InlineData("latest backup before Friday", "../2026-08-14 00:00 +02")]
    [InlineData("the last good backup before yesterday 14:00", "../2026-08-18 14:00 +02")]
    [InlineData("before the month-end run", "../2026-07-31 00:00 +02")]
    [InlineData("before 6am", "../2026-08-19 06:00 +02")]
    public void A_restore_point_is_read(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint)));

    [Theory]
    [InlineData("before tonight's upgrade", "../2026-08-19 20:00 +02")]
    [InlineData("before the upgrade tonight", "../2026-08-19 20:00 +02")]
    [InlineData("as soon as possible", "2026-08-19 10:30 +02")]
    [InlineData("asap", "2026-08-19 10:30 +02")]
    [InlineData("immediately", "2026-08-19 10:30 +02")]
    [InlineData("tonight after 22:00", "2026-08-19 22:00 +02/..")]
    [InlineData("any time tonight", "2026-08-19 20:00 +02/2026-08-20 00:00 +02")]
    [InlineData("overnight", "2026-08-19 20:00 +02/2026-08-20 00:00 +02")]
    [InlineData("over the weekend", "2026-08-22 00:00 +02/2026-08-24 00:00 +02")]
    [InlineData("tomorrow 18:00-20:00", "2026-08-20 18:00 +02/2026-08-20 20:00 +02")]
    [InlineData("22:00-02:00", "2026-08-19 22:00 +02/2026-08-20 02:00 +02")]
    [InlineData("Sat 22:00 to Sun 06:00 UTC", "2026-08-22 22:00 +00/2026-08-23 06:00 +00")]
    [InlineData("from 22:00 tomorrow for 4 hours", "2026-08-20 22:00 +02/2026-08-21 02:00 +02")]
    [InlineData("from 22:00 for 4 hours", "2026-08-19 22:00 +02/2026-08-20 02:00 +02")]
    [InlineData("by 18:00", "../2026-08-19 18:00 +02")]
    [InlineData("after 22:00", "2026-08-19 22:00 +02/..")]
    [InlineData("until 6am", "../2026-08-20 06:00 +02")]
    [InlineData("after tonight's upgrade", "2026-08-20 00:00 +02/..")]
    [InlineData("after Friday 18:00", "2026-08-21 18:00 +02/..")]
    public void A_window_is_read(string text, string expected) => Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Window)));

    [Theory]
    [InlineData("the latest one")]
    [InlineData("the last nightly backup")]
    public void The_newest_is_a_word_of_its_own(string text) =>
        Assert.IsType<TimeReading.Latest>(Said.Read(text, TimePurpose.RestorePoint));

    [Fact]
    public void Every_night_stays_a_repetition() =>
        Assert.Equal(new TimeReading.Refused(TimeRefusal.Repetition), Said.Read("nightly backup at 2am", TimePurpose.Window));

    [Theory]
    [InlineData("before the upgrade")]
    [InlineData("this morning before the batch")]
    [InlineData("the backup")]
    public void What_happened_then_says_nothing_of_when(string text) => Assert.IsType<TimeReading.NotUnderstood>(Said.Read(text));
}
