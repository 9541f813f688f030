using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Tickets.ServiceNow;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets.Played;

/// <summary>A request's whole life: a requester in Teams, and somebody who plays the desk on its page.</summary>
public sealed class PlayedTurnTests
{
    [Fact]
    public async Task At_a_played_IBM_Cloud_a_request_lives_its_whole_life()
    {
        await using var ibm = await FakeIbmCloud.StartAsync(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        using var desk = new DeskPlayer(ibm.Page);
        await LiveAsync(bot, desk, working: "In Progress", waiting: "Waiting on client", proposed: "Resolution provided");
    }

    [Fact]
    public async Task At_a_played_ServiceNow_a_request_lives_its_whole_life()
    {
        await using var instance = await ServiceNowBot.StartAsync();
        using var desk = new DeskPlayer(instance.Instance.Page);
        await LiveAsync(instance.Bot, desk, working: "In Progress", waiting: "On Hold: Awaiting Caller", proposed: "Resolved");
    }

    [Theory]
    [InlineData("Unreachable")]
    [InlineData("Unauthorized")]
    [InlineData("Forbidden")]
    [InlineData("TooManyRequests")]
    [InlineData("ServerError")]
    public async Task Trouble_that_is_set_on_the_page_keeps_a_request_from_the_desk_until_it_is_over(string trouble)
    {
        await using var ibm = await FakeIbmCloud.StartAsync(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        using var desk = new DeskPlayer(ibm.Page);
        await desk.SetTroubleAsync(trouble);
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        Assert.Empty(ibm.Cases);
        Assert.Null((await bot.RequestAsync()).Ticket);

        await desk.SetTroubleAsync("None");
        for (var tries = 0; tries < 30 && ibm.Cases.Count == 0; tries++)
            await LaterAsync(bot);
        Assert.Equal(Assert.Single(ibm.Cases).Number, (await bot.RequestAsync()).Ticket!.Number);
    }

    private static async Task LiveAsync(RunningBot bot, DeskPlayer desk, string working, string waiting, string proposed)
    {
        var ana = await bot.FiledAsync();
        var number = (await bot.RequestAsync()).Ticket!.Number!;
        Assert.Contains(number, await desk.ReadAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("PRODLIB", await desk.CaseAsync(number), StringComparison.Ordinal);

        await MoveAsync("Take");
        await IsAsync(TicketState.InProgress, working);

        await MoveAsync("Ask", "Which objects?");
        await IsAsync(TicketState.WaitingForYou, waiting);
        Assert.Contains($"the desk is waiting for you in ticket {number}", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Contains("Which objects?", ana.Card.Card.InWords(), StringComparison.Ordinal);

        await SayAsync("Send answer", "All of them.");
        await IsAsync(TicketState.InProgress, working);
        Assert.Contains("All of them.", await desk.CaseAsync(number), StringComparison.Ordinal);

        await MoveAsync("Comment", "The tape is mounted.");
        Assert.Contains("The tape is mounted.", ana.Card.Card.InWords(), StringComparison.Ordinal);

        await MoveAsync("Propose", "They are back.");
        await IsAsync(TicketState.Resolved, proposed);
        Assert.Contains("They are back.", ana.Card.Card.InWords(), StringComparison.Ordinal);

        await SayAsync("Not solved", "The data areas are missing.");
        await IsAsync(TicketState.InProgress, working);
        Assert.Contains("The data areas are missing.", await desk.CaseAsync(number), StringComparison.Ordinal);

        await MoveAsync("Propose", "Now with data areas.");
        await MoveAsync("Reopen", "Wait, one is damaged.");
        await IsAsync(TicketState.InProgress, working);

        await MoveAsync("Close", "Done.");
        await IsAsync(TicketState.Closed, "Closed");
        Assert.Contains("closed", ana.Texts[^1], StringComparison.OrdinalIgnoreCase);

        async Task MoveAsync(string move, string text = "")
        {
            await desk.PlayAsync(number, move, text);
            await LaterAsync(bot);
        }

        async Task SayAsync(string button, string text)
        {
            await ana.PressesAsync(button, ana.Card.Card, ("reply", text));
            await LaterAsync(bot);
        }

        async Task IsAsync(TicketState state, string word)
        {
            Assert.Equal(state, (await bot.RequestAsync()).Ticket!.State);
            Assert.Contains($"<dd>{word}</dd>", await desk.CaseAsync(number), StringComparison.Ordinal);
        }
    }

    private static async Task LaterAsync(RunningBot bot)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SettleAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
