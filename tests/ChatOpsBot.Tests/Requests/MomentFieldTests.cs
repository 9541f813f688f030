using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Times;
using ChatOpsBot.Tests.Dialogs;
using NodaTime;

namespace ChatOpsBot.Tests.Requests;

public sealed class MomentFieldTests
{
    private static readonly RequestServices Kit = TestKit.Of();

    [Theory]
    [InlineData("for 2 years", true)]
    [InlineData("for 9999 years", false)]
    [InlineData("9999-12-31T23:59:59-14:00", false)]
    public void An_end_past_all_calendars_is_not_understood(string typed, bool isRight)
    {
        var context = new FieldContext
        {
            Now = Instant.FromUtc(2026, 11, 23, 9, 0),
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
            Who = new Person("1", "Ana"),
            Language = "en",
            Systems = Kit.Systems,
            Names = Kit.Names,
            Times = Kit.Times,
        };
        var read = new MomentField("until", TimePurpose.Window) { IsEnd = true }.Read(typed, context);

        Assert.Equal(isRight, read is FieldReading.Right);
        Assert.True(isRight || read is FieldReading.Wrong);
    }
}
