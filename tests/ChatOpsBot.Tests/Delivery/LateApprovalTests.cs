using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>A request whose time has passed before somebody approves it.</summary>
public sealed class LateApprovalTests
{
    [Fact]
    public async Task What_has_passed_while_it_waited_is_not_approved_and_its_owner_is_told()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ana, eva) = (bot.Colleague("ana"), bot.Colleague("eva"));
        await ana.SaysAsync("DR paper drill for LPAR1 today 15:00");
        await ana.PressesAsync("Review", null, ("goal", "The runbook of order entry is complete"));
        await ana.PressesAsync("Send for approval");
        await bot.SettleAsync();
        bot.Clock.Advance(TimeSpan.FromHours(12));

        await eva.ApprovesAsync((await bot.RequestAsync()).Key);
        await bot.SettleAsync();
        Assert.Contains("is out of date", eva.Answer.InWords(), StringComparison.Ordinal);
        Assert.Contains(ana.Texts, text => text.Contains("is out of date", StringComparison.Ordinal));
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        Assert.Empty(await bot.TicketsAsync());
    }
}
