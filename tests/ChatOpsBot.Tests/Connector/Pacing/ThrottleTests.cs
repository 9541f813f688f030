using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>What Teams says about its own limits goes before what the documentation says.</summary>
public sealed class ThrottleTests
{
    [Fact]
    public void A_throttled_thread_rests_as_long_as_asked_and_the_others_do_not()
    {
        using var run = new PacedRun();
        run.Throttle(1, TimeSpan.FromSeconds(30));
        var resting = run.Announce(1);
        for (var thread = 2; thread < 100; thread++)
            run.Announce(thread);
        run.RunToEnd();

        Assert.Equal(30, resting.At.TotalSeconds, 0.01);
        Assert.All(run.Gone.SkipLast(1), it => Assert.InRange(it.At.TotalSeconds, 0, 2.5));
    }

    [Fact]
    public void A_thread_that_is_throttled_while_calls_wait_for_it_rests_too()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 20; call++)
            run.Announce(1);
        run.RunTo(TimeSpan.FromSeconds(1.5));
        var gone = run.Gone.Count;
        run.Throttle(1, TimeSpan.FromSeconds(60));
        run.RunToEnd();

        Assert.InRange(run.Gone[gone].At.TotalSeconds, 61.5, 61.6);
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void Without_a_word_how_long_each_rest_is_twice_the_one_before_up_to_a_limit()
    {
        using var run = new PacedRun();
        double[] expected = [2, 4, 8, 16, 20, 20];
        foreach (var seconds in expected)
        {
            run.Throttle(1);
            Assert.InRange(run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds, seconds, seconds * 1.5);
            run.Announce(1);
            run.RunToEnd();
        }
    }

    [Fact]
    public void Throttles_of_calls_that_were_on_their_way_together_count_once()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 5; call++)
            run.Throttle(1);

        Assert.InRange(run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds, 2, 3);
    }

    [Fact]
    public void A_call_that_got_through_ends_the_row()
    {
        using var run = new PacedRun();
        run.Throttle(1);
        run.Announce(1);
        run.RunToEnd();
        run.Pass(1);
        run.Throttle(1);

        Assert.InRange(run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds, 2, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void To_be_asked_to_wait_for_nothing_is_to_be_asked_nothing(int seconds)
    {
        using var run = new PacedRun();
        run.Throttle(1, TimeSpan.FromSeconds(seconds));

        Assert.InRange(run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds, 2, 3);
    }

    [Fact]
    public void A_rest_is_kept_while_nobody_waits_for_its_end()
    {
        using var run = new PacedRun();
        run.Throttle(1, TimeSpan.FromMinutes(10));
        run.RunTo(TimeSpan.FromMinutes(4));

        Assert.Equal(6, run.Pace.HeldFor(PacedRun.Place(1)).TotalMinutes, 0.001);
    }

    [Fact]
    public void No_number_silences_a_thread_for_more_than_an_hour()
    {
        using var run = new PacedRun();
        run.Throttle(1, TimeSpan.MaxValue);
        run.Announce(1);

        Assert.Equal(1, run.RunToEnd().TotalHours, 0.01);
    }

    [Fact]
    public void An_end_that_says_nothing_about_limits_changes_none()
    {
        using var run = new PacedRun();
        run.Pace.Ended(PacedRun.Place(1), new SendOutcome.UnknownEnd("no answer", 503));
        run.Pace.Ended(PacedRun.Place(1), new SendOutcome.Unreachable("no connection"));
        run.Pace.Ended(PacedRun.Place(1), new SendOutcome.Refused(Refusal.ConversationGone, 404, null));

        Assert.Equal(TimeSpan.Zero, run.Pace.HeldFor(PacedRun.Place(1)));
    }

    [Fact]
    public void A_call_that_was_never_made_ends_no_row_and_one_that_Teams_refused_does()
    {
        Assert.InRange(SecondRest(new SendOutcome.Refused(Refusal.ConversationGone, 0, null)), 4, 6);
        Assert.InRange(SecondRest(new SendOutcome.Refused(Refusal.ConversationGone, 404, null)), 2, 3);

        static double SecondRest(SendOutcome between)
        {
            using var run = new PacedRun();
            run.Throttle(1);
            run.Announce(1);
            run.RunToEnd();
            run.Pace.Ended(PacedRun.Place(1), between);
            run.Throttle(1);
            return run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds;
        }
    }

    [Fact]
    public void A_thread_that_is_free_again_is_not_held()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 7; call++)
            run.Answer(1);
        run.RunTo(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.Zero, run.Pace.HeldFor(PacedRun.Place(1)));
    }

    [Fact]
    public void A_full_window_is_told_to_who_asks()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 7; call++)
            run.Answer(1);

        Assert.Equal(1.02, run.Pace.HeldFor(PacedRun.Place(1)).TotalSeconds, 0.001);
        Assert.Equal(TimeSpan.Zero, run.Pace.HeldFor(PacedRun.Place(2)));
    }
}
