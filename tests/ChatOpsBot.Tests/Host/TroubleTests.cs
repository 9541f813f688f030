using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Host;

public sealed class TroubleTests
{
    [Fact]
    public async Task A_refused_answer_is_logged_and_not_sent_again()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Teams.Always(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        var (status, _) = await bot.DeliverAsync(ActivityJson.Message());

        Assert.Equal(200, status);
        Assert.Single(bot.Teams.Received);
        Assert.Contains(bot.Log.Lines, line => line.Contains("BotNotInRoster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pattern_that_gives_up_is_logged_as_a_fault_and_not_as_the_limit_of_the_turn()
    {
        await using var bot = await RunningBot.StartAsync([new GivenUp()]);
        await bot.DeliverAsync(ActivityJson.Message("give up, please"));
        Assert.Contains(bot.Log.Lines, line => line.Contains("RegexMatchTimeoutException", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("no answer within", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_write_is_never_logged()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message("who applies PTFs on the secret system ZEBRA77?"));
        await bot.DeliverAsync(ActivityJson.Message("break, please").With("id", "2"));
        Assert.DoesNotContain(bot.Log.Lines, line =>
            line.Contains("ZEBRA77", StringComparison.OrdinalIgnoreCase) || line.Contains("break, please", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task An_activity_nobody_answers_is_taken_quietly(string type)
    {
        await using var bot = await RunningBot.StartAsync();
        var (status, _) = await bot.DeliverAsync(ActivityJson.Activity(type));
        Assert.Equal(200, status);
        Assert.Empty(bot.Teams.Received);
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_said_to_be_unknown()
    {
        await using var bot = await RunningBot.StartAsync();
        var (status, _) = await bot.DeliverAsync(ActivityJson.Activity("invoke").With("name", "task/fetch"));
        Assert.Equal(501, status);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task A_running_bot_is_healthy(string path)
    {
        await using var bot = await RunningBot.StartAsync();
        using var response = await bot.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }

    private sealed class GivenUp : ITopic
    {
        public TurnResult? Answer(Turn turn) => turn.What is TurnInput.Message { Text: "give up, please" }
            ? throw new System.Text.RegularExpressions.RegexMatchTimeoutException()
            : null;
    }
}
