using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

public sealed class RefreshTests
{
    /// <summary>Whoever waits presses the same button again and again: the second press is no redelivery of the first.</summary>
    [Fact]
    public async Task A_second_look_a_moment_later_shows_what_the_desk_did_in_between()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.IsDown = true;
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await ana.PressesAsync("Refresh");
        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.SettleAsync();

        await ana.PressesAsync("Refresh", ana.Card.Card);
        Assert.Contains((await bot.RequestAsync()).Ticket!.Number, ana.Answer.InWords(), StringComparison.Ordinal);
    }
}
