using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who leads an event that a program has declared.</summary>
public sealed class ReportedOwnerTests
{
    [Fact]
    public async Task Those_who_lead_an_event_that_a_program_declared_are_reminded_of_its_update()
    {
        await using var bot = await RunningBot.StartAsync(
            ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:DrPartner", "LPAR1DR"),
            ("Approvals:Roles:dr-coordinator:0", "aad-ana"));
        var ana = new ChatPlace(ChatPlace.Personal, "ana", "en-US");
        await bot.DeliverAsync(ChatActivity.Installed(ana, "1", "add"));
        var before = bot.Teams.Messages.Count;
        using var program = new ReportSender(bot);
        Assert.Equal(200, (await program.ReportAsync("declare", """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1"}], "reason": "power is gone"}""")).Status);
        for (var minute = 0; minute < 60; minute++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await bot.SettleAsync();
        }

        Assert.True((await program.EventAsync()).IsOverdue);
        Assert.NotEmpty(bot.Teams.Messages.Skip(before));
    }
}
