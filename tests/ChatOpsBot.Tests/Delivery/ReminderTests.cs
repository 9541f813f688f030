using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>The end of an access is announced by what the desk has, whatever its owner is changing or has tried to change.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task An_edit_that_is_open_holds_no_announcement_back()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:NotRequiredFor:0", "pam"));
        var ana = await WithAccessAsync(bot);
        bot.Clock.Advance(TimeSpan.FromDays(22));
        await ana.PressesAsync("Edit");
        bot.Clock.Advance(TimeSpan.FromDays(2));
        await bot.SettleAsync();
        Assert.Contains("ends within 7 days", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_the_desk_refused_announces_nothing_and_leaves_what_was_to_be_announced()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:NotRequiredFor:0", "pam"));
        var ana = await WithAccessAsync(bot);
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("validUntil", "in 20 days"));
        bot.Desk.RefuseNext();
        await ana.PressesAsync("Send changes");
        await bot.SettleAsync();
        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);
        var told = ana.Texts.Count;

        bot.Clock.Advance(TimeSpan.FromDays(20));
        await bot.SettleAsync();
        Assert.Equal(told, ana.Texts.Count);
        bot.Clock.Advance(TimeSpan.FromDays(4));
        await bot.SettleAsync();
        Assert.Contains("ends within 7 days", ana.Texts[^1], StringComparison.Ordinal);
    }

    private static async Task<Colleague> WithAccessAsync(RunningBot bot)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("associate JSMITH with PAM profile OPSADM on LPAR1");
        await ana.PressesAsync(
            "Review", null, ("hours", "Mon-Fri 08:00-18:00"), ("justification", "Month-end closing needs the payroll jobs restarted"));
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        Assert.Empty(ana.Texts);
        return ana;
    }
}
