using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Cards;
using ChatOpsBot.Domain;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

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
        Assert.Contains((await bot.RequestAsync()).Ticket!.Number!, ana.Answer.InWords(), StringComparison.Ordinal);
    }

    /// <summary>What is stored draws the same card the next time: trying again would end in the same way for days.</summary>
    [Fact]
    public async Task A_card_that_cannot_be_drawn_is_given_up_at_once_and_said_to_be_the_reason()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Colleague("ana").SaysAsync(Filed.Sentence);
        var request = await bot.RequestAsync();
        var cards = bot.Services.GetRequiredService<CardRefresher>();
        var end = await bot.ReadAsync(db => cards.RefreshAsync(
            db,
            Subject.Request(request.Id),
            request.Version + 1,
            _ => throw new CardLimitException("The card has 30000 bytes; 28000 are allowed."),
            () => throw new InvalidOperationException("There is no older card."),
            TestContext.Current.CancellationToken));
        Assert.Equal(new HandlingResult.PermanentFailure("A card cannot be drawn."), end);
        Assert.Contains(bot.Log.Lines, line => line.Contains("cannot be drawn", StringComparison.Ordinal));
    }
}
