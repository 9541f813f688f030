using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Whoever may be told something twice is told so.</summary>
public sealed class ToldAgainTests
{
    private const string Mark = "Sent again: delivery of the first one could not be confirmed. ";

    private static FakeFault Redirected => FakeFault.Redirect(302, "https://sign-in.example");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_of_unknown_end_say_that_they_are_sent_again_whatever_comes_between()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await ToldAsync(bot, FakeFault.DropAfterAccepting(), Redirected);
        Assert.Equal([false, true], ana.Texts.Select(text => text.StartsWith(Mark, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task News_that_did_not_leave_come_once_and_without_a_mark()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await ToldAsync(bot, Redirected, Redirected);
        Assert.DoesNotContain(Mark, Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    private static async Task<Colleague> ToldAsync(RunningBot bot, params FakeFault[] faults)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        var request = await bot.RequestAsync();
        await bot.Services.GetRequiredService<OutboxCommits>().SendAsync(
            [new OutboxMessage.NotifyOwner(request.Id, Problem.Of("news.filed", ("number", "T-000001")))], Cancel);
        bot.Teams.Next(faults);
        for (var look = 0; look < 5; look++)
        {
            await bot.SettleAsync();
            bot.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        return ana;
    }
}
