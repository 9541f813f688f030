namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Somebody who waits for an answer does not wait for a fan-out.</summary>
public sealed class AnswerTests
{
    private const int Somebody = 100_000;

    [Fact]
    public void An_answer_leaves_at_once_in_the_middle_of_a_fan_out()
    {
        using var run = FanOut();
        var answer = run.Answer(Somebody);

        Assert.Equal(answer.AskedAt, answer.At);
    }

    [Fact]
    public void Twenty_answers_at_once_leave_within_half_a_second()
    {
        using var run = FanOut();
        var answers = Enumerable.Range(Somebody, 20).Select(run.Answer).ToList();
        run.RunToEnd();

        Assert.All(answers, it => Assert.InRange((it.At - it.AskedAt).TotalMilliseconds, 0, 500));
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void Answers_cost_the_fan_out_only_the_calls_they_are()
    {
        using var run = FanOut();
        for (var second = 5; second < 15; second++)
        {
            run.RunTo(TimeSpan.FromSeconds(second));
            Enumerable.Range(Somebody, 10).ToList().ForEach(it => run.Answer(it + (10 * second)));
        }

        // 1100 calls at the announcements' own pace take 22.9 seconds.
        Assert.InRange(run.RunToEnd().TotalSeconds, 21, 23.5);
        WindowAssert.KeptWithin(run.Gone);
    }

    [Fact]
    public void In_one_thread_an_answer_overtakes_the_announcements_that_wait()
    {
        using var run = new PacedRun();
        for (var call = 0; call < 20; call++)
            run.Announce(1);
        run.RunTo(TimeSpan.FromSeconds(1.5));
        var answer = run.Answer(1);
        var gone = run.Gone.Count;
        run.RunToEnd();

        Assert.Same(answer, run.Gone[gone]);
        WindowAssert.KeptWithin(run.Gone);
        WindowAssert.InOrder(run.Gone);
    }

    [Fact]
    public void With_nothing_kept_free_an_answer_still_goes_next()
    {
        using var run = FanOut(new() { TenantReserve = 0 });
        var answer = run.Answer(Somebody);
        run.RunToEnd();

        Assert.InRange((answer.At - answer.AskedAt).TotalMilliseconds, 0, 25);
    }

    private static PacedRun FanOut(ChatOpsBot.Connector.Outgoing.Pacing.PacingOptions? options = null)
    {
        var run = new PacedRun(options);
        for (var thread = 0; thread < 1_000; thread++)
            run.Announce(thread);
        run.RunTo(TimeSpan.FromSeconds(4.2));
        return run;
    }
}
