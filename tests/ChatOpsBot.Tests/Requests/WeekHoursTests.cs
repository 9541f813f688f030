using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Fields.Hours;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

/// <summary>Hours of the week, as people write them.</summary>
public sealed class WeekHoursTests
{
    private static readonly WeekHoursField Field = new("hours");

    [Theory]
    [InlineData("Mon-Fri 08:00-18:00", "12345 480-1080|Europe/Berlin")]
    [InlineData("monday to", null)]
    [InlineData("Sat, Sun 22:00-06:00 Europe/London", "67 1320-360|Europe/London")]
    [InlineData("Mon 8am-5pm; Tue 9-17 UTC", "1 480-1020;2 540-1020|Etc/UTC")]
    [InlineData("Sat-Tue 00:00-24:00", "1267 0-1440|Europe/Berlin")]
    [InlineData("whenever", null)]
    [InlineData("Mon 25:00-26:00", null)]
    public void Days_and_times_are_read(string typed, string? written) => Assert.Equal(written, (Read(typed) as FieldReading.Right)?.Value);

    [Fact]
    public void German_days_are_read() =>
        Assert.Equal("12345 480-1080|Europe/Berlin", Assert.IsType<FieldReading.Right>(Read("Mo-Fr 8-18", "de")).Value);

    [Fact]
    public void Past_midnight_is_kept_and_said() =>
        Assert.Equal("hours.overnight", Assert.Single(Assert.IsType<FieldReading.Right>(Read("Fri 22:00-06:00")).Notes).Key);

    [Fact]
    public void Hours_without_days_are_asked_about() =>
        Assert.Equal(2, Assert.IsType<FieldReading.Several>(Read("08:00-18:00")).Values.Count);

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_and_what_is_written_parses_back()
    {
        var pieces = Gen.OneOf(
            Gen.OneOf(
                "Mon",
                "Fri",
                "Su",
                "Mo-Fr",
                "-",
                ", ",
                " ",
                "8",
                "18:00",
                "22:00-06:00",
                "9-5",
                "am",
                "24:00",
                "UTC",
                "Europe/Berlin",
                "٣",
                "–"),
            Gen.String);
        pieces
            .Array[0, 8]
            .Select(parts => string.Join(' ', parts))
            .Sample(text =>
            {
                string[] written = Read(text) switch
                {
                    FieldReading.Right right => [right.Value],
                    FieldReading.Several several => [.. several.Values],
                    _ => [],
                };
                Assert.All(written, value => Assert.Equal(value, WeekHoursField.Write(Field.Parse(value))));
            });
    }

    private static FieldReading Read(string typed, string language = "en") => Field.Read(typed, AccessForm.Context(language));
}
