using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>From the chat to IBM and back, with the whole bot.</summary>
public sealed class IbmTurnTests
{
    [Fact]
    public async Task A_request_is_filed_asked_about_answered_proposed_rejected_and_solved()
    {
        await using var ibm = await FakeIbmCloud.StartAsync(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        var ana = await bot.FiledAsync();
        var made = Assert.Single(ibm.Cases);
        Assert.StartsWith($"[{(await bot.RequestAsync()).Key}] ", made.Subject, StringComparison.Ordinal);
        Assert.Contains(made.Number, ana.Answer.InWords(), StringComparison.Ordinal);
        Assert.Contains("IBM has the case.", ana.Answer.InWords(), StringComparison.Ordinal);

        ibm.Works(made.Number, "Waiting on client", "Which objects?");
        await bot.SettleAsync();
        Assert.Contains("the desk is waiting for you in ticket CS4000001", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Contains("Which objects?", ana.Card.Card.InWords(), StringComparison.Ordinal);

        await SayAsync(bot, ana, "Send answer", "All of them.");
        Assert.Equal("In Progress", made.Status);
        Assert.StartsWith("All of them.\n\n", made.Texts[^1], StringComparison.Ordinal);

        ibm.Works(made.Number, "Resolution provided", "They are back.");
        await bot.SettleAsync();
        Assert.Contains("They are back.", ana.Card.Card.InWords(), StringComparison.Ordinal);
        await SayAsync(bot, ana, "Not solved", "The data areas are missing.");
        Assert.Equal("In Progress", made.Status);
        Assert.StartsWith("The data areas are missing.\n\n", made.Texts[^1], StringComparison.Ordinal);

        // This time without a word.
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        ibm.Works(made.Number, "Resolution provided");
        await bot.SettleAsync();
        await SayAsync(bot, ana, "It is solved", "");
        Assert.Equal(("Closed", TicketState.Closed), (made.Status, (await bot.RequestAsync()).Ticket!.State));
        Assert.Equal((1, 2, 1), (ibm.Count("create"), ibm.Count("status"), ibm.Count("comment")));
    }

    [Fact]
    public async Task A_lower_severity_is_told_also_to_somebody_who_sees_the_number_at_once()
    {
        await using var ibm = await FakeIbmCloud.StartAsync(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        ibm.Severities.IntersectWith([4]);
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        var ana = await bot.FiledAsync();
        Assert.Contains("CS4000001", ana.Answer.InWords(), StringComparison.Ordinal);
        Assert.Contains("is now ticket CS4000001, but the desk did not accept its severity", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_IBM_refuses_is_shown_with_the_reason()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        ibm.Plan = "Basic";
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        var ana = await bot.FiledAsync();
        Assert.Equal(RequestState.Refused, (await bot.RequestAsync()).State);
        Assert.Contains("its support plan has none", ana.Answer.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_withdrawn_resolves_its_case()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        await using var bot = await RunningBot.StartAsync(ibm.Settings);
        var ana = await bot.FiledAsync();
        await ana.SaysAsync($"withdraw {(await bot.RequestAsync()).Key}");
        await bot.SettleAsync();
        Assert.Equal("Resolved", Assert.Single(ibm.Cases).Status);
        Assert.Equal(RequestState.Withdrawn, (await bot.RequestAsync()).State);
    }

    private static async Task SayAsync(RunningBot bot, Colleague ana, string button, string text)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await ana.PressesAsync(button, ana.Card.Card, ("reply", text));
        await bot.SettleAsync();
    }
}
