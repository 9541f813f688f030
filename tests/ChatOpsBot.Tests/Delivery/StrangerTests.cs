using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Somebody else's request stays somebody else's business.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("status")]
    public async Task Who_knows_the_key_of_a_request_is_not_shown_it_for_that(string said)
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        var key = (await bot.RequestAsync()).Key;
        await bot.Colleague("mallory").SaysAsync($"{said} {key}");
        await bot.SettleAsync();

        Assert.Empty(bot.CardsOf("mallory"));
        Assert.DoesNotContain("PRODLIB", bot.Colleague("mallory").Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_made_up_for_somebody_elses_request_shows_nothing_of_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        var mallory = bot.Colleague("mallory");
        var press = mallory.PressOf("Withdraw", ana.Answer!, "any card");
        press["value"]!["action"]!["verb"] = "request.approve";
        await mallory.SendAsync(press);
        Assert.Null(mallory.Answer);
    }

    [Fact]
    public async Task Who_has_decided_still_sees_what_became_of_it()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:RequiredFor:0", "restore"));
        var (ana, eva) = (await bot.WithRiskyReviewAsync(), bot.Colleague("eva"));
        await ana.SendsWithRiskAsync();
        var key = (await bot.RequestAsync()).Key;
        await eva.SaysAsync($"approve {key}");
        await eva.PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);

        await eva.SaysAsync($"approve {key}");
        Assert.Contains("PRODLIB", eva.Card.Card.InWords(), StringComparison.Ordinal);
    }
}
