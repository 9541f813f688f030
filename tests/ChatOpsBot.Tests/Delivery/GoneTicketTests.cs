using ChatOpsBot.Application.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Tickets that the desk does not show any more, and changes that no list told of.</summary>
public sealed class GoneTicketTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Its_requester_is_told_once()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Desk.IsHiding = true;
        bot.Clock.Advance(Hour);
        Assert.True(await LookAsync(bot));
        Assert.False(await LookAsync(bot));
        await bot.SettleAsync();

        Assert.Equal(TicketState.Gone, (await bot.RequestAsync()).Ticket!.State);
        Assert.Contains("the desk no longer shows ticket T-000001", Assert.Single(ana.Texts), StringComparison.Ordinal);
        Assert.Contains("T-000001", ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_shown_again_is_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Desk.IsHiding = true;
        bot.Clock.Advance(Hour);
        await LookAsync(bot);
        bot.Desk.IsHiding = false;
        await bot.SettleAsync();

        Assert.Equal(TicketState.New, (await bot.RequestAsync()).Ticket!.State);
        Assert.Contains("ticket T-000001 is open again", ana.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_opened_a_moment_ago_is_given_time()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        bot.Desk.IsHiding = true;
        Assert.False(await LookAsync(bot));
        Assert.Equal(TicketState.New, (await bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task A_desk_that_is_down_hides_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        bot.Desk.IsDown = true;
        bot.Clock.Advance(Hour);
        Assert.False(await LookAsync(bot));
        Assert.Equal(TicketState.New, (await bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task A_change_that_no_list_told_of_is_found()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Clock.Advance(Hour);
        await bot.DeskSetsAsync(TicketState.WaitingForYou, "Which library?");
        Assert.True(await LookAsync(bot));
        await bot.SettleAsync();
        Assert.Contains("waiting for you", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    private static Task<bool> LookAsync(RunningBot bot) =>
        bot.Services.GetRequiredService<OpenTicketCheck>().LookAsync(TestContext.Current.CancellationToken);
}
