using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>Whatever a language model does wrong, the bot answers as it does without one.</summary>
public sealed class FaultyModelTests
{
    private static readonly Lazy<Task<string>> Without = new(() => AdvisedBot.WithoutAsync(AdvisedBot.Puzzle));

    public static TheoryData<string> Faults => [.. ByName.Keys];

    private static Dictionary<string, FakeFault> ByName => new()
    {
        ["bad request"] = FakeFault.Refuse(400, "invalid_request_error"),
        ["wrong key"] = FakeFault.Refuse(401, "invalid_api_key"),
        ["forbidden"] = FakeFault.Refuse(403),
        ["unknown model"] = FakeFault.Refuse(404, "model_not_found"),
        ["too many"] = FakeFault.Throttle("60"),
        ["down"] = FakeFault.Refuse(500),
        ["unavailable"] = FakeFault.Refuse(503),
        ["elsewhere"] = FakeFault.Redirect(302, "http://127.0.0.1:1/v1/chat/completions"),
        ["a page"] = new(async http =>
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<html><body>Please sign in: row 3</body></html>");
        }),
        ["nothing"] = FakeFault.Answer(""),
        ["no completion"] = FakeFault.Answer("{}"),
        ["no choices"] = FakeFault.Answer("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}"""),
        ["a list"] = FakeFault.Answer("[]"),
        ["a broken connection"] = FakeFault.DropAfterAccepting(),
        ["chatter"] = FakeModel.Says("That would be row 3, Performance."),
        ["no text"] = FakeModel.Says(""),
        ["a row that does not exist"] = FakeModel.Chooses(FakeModel.Choice("rows", 99)),
        ["another schema"] = FakeModel.Says("""{"row": 3}"""),
        ["cut off"] = FakeModel.Says(FakeModel.Choice("rows", 3).ToJsonString(), finish: "length"),
        ["held back"] = FakeModel.Says(FakeModel.Choice("rows", 3).ToJsonString(), finish: "content_filter"),
        ["unsure"] = FakeModel.Chooses(FakeModel.Choice("none")),
        ["endless"] = new(async http =>
        {
            for (var part = 0; part < 200; part++)
                await http.Response.WriteAsync(new string(' ', 10_000), http.RequestAborted);
        }),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_answer_is_the_one_without_it(string fault)
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = ByName[fault];
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);

        Assert.Equal(await Without.Value, it.LastShown);
        Assert.Single(it.Model.Asked);
    }

    [Fact]
    public async Task A_slow_one_is_waited_for_within_the_time_limit_alone()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeFault.Hang();
        var said = it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Model.AskedAsync();
        it.Bot.Clock.Advance(TimeSpan.FromSeconds(2.9));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Empty(it.Bot.Teams.Messages);
        it.Bot.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await said;

        Assert.Equal(await Without.Value, it.LastShown);
        Assert.Contains(it.Bot.Log.Lines, line => line.Contains("timed_out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_failure_it_is_left_alone_for_a_while()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeFault.Refuse(503);
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        Assert.Single(it.Model.Asked);

        it.Bot.Clock.Advance(TimeSpan.FromSeconds(16));
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2));
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        Assert.Equal(2, it.Model.Asked.Count);
        Assert.Contains(AdvisedBot.Note, it.LastShown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_of_no_use_is_no_failure_of_the_server()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Says("no");
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);

        Assert.Equal(2, it.Model.Asked.Count);
    }

    [Fact]
    public async Task The_budget_of_a_person_is_their_own_and_comes_back_after_an_hour()
    {
        await using var it = await AdvisedBot.StartAsync(("LanguageModel:PerPersonPerHour", "2"));
        for (var time = 0; time < 4; time++)
            await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        Assert.Equal(2, it.Model.Asked.Count);
        Assert.Equal(await Without.Value, it.LastShown);

        await it.Bot.Colleague("ben").SaysAsync(AdvisedBot.Puzzle);
        Assert.Equal(3, it.Model.Asked.Count);

        it.Bot.Clock.Advance(TimeSpan.FromMinutes(61));
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        Assert.Equal(4, it.Model.Asked.Count);
    }

    [Fact]
    public async Task The_budget_of_the_day_is_everybodys()
    {
        await using var it = await AdvisedBot.StartAsync(("LanguageModel:PerDay", "2"));
        foreach (var name in new[] { "ana", "ben", "eva" })
            await it.Bot.Colleague(name).SaysAsync(AdvisedBot.Puzzle);

        Assert.Equal(2, it.Model.Asked.Count);
        Assert.Contains(it.Bot.Log.Lines, line => line.Contains("was not asked: over_budget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_when_all_calls_are_taken_is_answered_at_once()
    {
        await using var it = await AdvisedBot.StartAsync(("LanguageModel:AtOnce", "1"));
        it.Model.Answer = FakeFault.Hang();
        var waiting = it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Model.AskedAsync();
        await it.Bot.Colleague("ben").SaysAsync(AdvisedBot.Puzzle);

        Assert.Single(it.Bot.Teams.Messages);
        Assert.Contains(it.Bot.Log.Lines, line => line.Contains("was not asked: busy", StringComparison.Ordinal));
        it.Bot.Clock.Advance(TimeSpan.FromSeconds(4));
        await waiting;
    }
}
