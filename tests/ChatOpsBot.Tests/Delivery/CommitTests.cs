using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>What a turn changes is kept once, whole or not at all.</summary>
public sealed class CommitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receipt_has_the_ticket_straight_away()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);

        Assert.Contains((await bot.TicketsAsync()).Single().Number, ana.Answer.InWords(), StringComparison.Ordinal);
        await bot.SettleAsync();
        // She has seen it: nothing is told and nothing drawn twice.
        Assert.Empty(ana.Texts);
        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);
    }

    [Fact]
    public async Task A_request_its_history_its_messages_and_the_mark_of_its_turn_stand_together()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Colleague("ana").SaysAsync(Filed.Sentence);

        Assert.Equal(1, (await bot.RequestAsync()).Version);
        Assert.Equal(["started"], await bot.ReadAsync(db => db.RequestAuditEntries.Select(entry => entry.What).ToListAsync(Cancel)));
        Assert.Equal(1, await bot.ReadAsync(db => db.SeenActivities.CountAsync(Cancel)));
        Assert.Single(await bot.ReadAsync(db => db.CardPlaces.ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_message_that_comes_again_after_a_restart_is_not_worked_again_and_shows_the_request_as_it_stands()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        var version = (await bot.RequestAsync()).Version;
        await bot.RestartAsync();
        await ana.AgainAsync();

        Assert.Equal(version, (await bot.RequestAsync()).Version);
        Assert.Equal(2, bot.Teams.Messages.Count);
        Assert.Contains("PRODLIB", ana.Card.Content.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_comes_again_after_a_restart_shows_the_receipt_and_opens_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await bot.RestartAsync();
        await ana.AgainAsync();
        await bot.SettleAsync();

        Assert.Contains(Assert.Single(await bot.TicketsAsync()).Number, ana.Answer.InWords(), StringComparison.Ordinal);
        Assert.Equal(1, bot.Desk.Asked);
    }

    [Fact]
    public async Task The_same_press_much_later_is_one_more_press()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("restore");
        var offer = ana.PressOf("Cancel", ana.Card.Card!, ana.Card.Id);
        await ana.SendAsync(offer);
        await bot.RestartAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        offer["id"] = "later";
        await ana.SendAsync(offer);

        Assert.Equal(RequestState.Cancelled, (await bot.RequestAsync()).State);
        Assert.DoesNotContain(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_presses_at_once_make_one_ticket()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.WithReviewAsync();
        var (card, message) = (ana.Answer ?? ana.Card.Card!, ana.Card.Id);
        var presses = Enumerable.Range(0, 6).Select(_ => bot.DeliverAsync(ana.PressOf(Filed.Send, card, message))).ToList();
        await Task.WhenAll(presses);
        await bot.SettleAsync();

        Assert.Single(await bot.TicketsAsync());
        Assert.Equal(1, bot.Desk.Asked);
    }
}
