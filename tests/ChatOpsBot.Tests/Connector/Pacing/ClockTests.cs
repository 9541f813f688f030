namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>What clocks do to those who trust them.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public void Setting_the_time_of_day_changes_nothing(int hours)
    {
        using var run = new PacedRun();
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunTo(TimeSpan.FromSeconds(5));
        run.Clock.WallShift = TimeSpan.FromHours(hours);

        Assert.InRange(run.RunToEnd().TotalSeconds, 19, 21);
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void A_machine_that_stood_still_does_not_catch_up_all_at_once()
    {
        using var run = new PacedRun();
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunTo(TimeSpan.FromSeconds(5));
        run.Clock.Sleep(TimeSpan.FromMinutes(10));
        run.RunToEnd();

        Assert.InRange(run.Gone.Count(it => it.At == TimeSpan.FromSeconds(605)), 1, 20);
        Assert.Equal(1_000, run.Gone.Count);
        WindowAssert.KeptWithin(run.Gone);
    }
}
