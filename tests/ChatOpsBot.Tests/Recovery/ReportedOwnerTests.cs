using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who leads an event that a program has declared.</summary>
public sealed class ReportedOwnerTests
{
    private static readonly (string, string)[] Systems =
        [("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:DrPartner", "LPAR1DR")];

    [Fact]
    public async Task Each_of_them_is_told_once_though_another_cannot_be_reached()
    {
        await using var bot = await RunningBot.StartAsync([
            .. Systems,
            ("Approvals:Roles:dr-coordinator:0", "aad-ben"),
            ("Approvals:Roles:dr-coordinator:1", "aad-ana"),
        ]);
        var (ana, ben) = (new ChatPlace(ChatPlace.Personal, "ana", "en-US"), new ChatPlace(ChatPlace.Personal, "ben", "en-US"));
        await bot.DeliverAsync(ChatActivity.Installed(ana, "1", "add"));
        await bot.DeliverAsync(ChatActivity.Installed(ben, "2", "add"));
        using var program = new ReportSender(bot);
        bot.Teams.Next(FakeFault.Refuse(503));
        Assert.Equal(
            200,
            (
                await program.ReportAsync(
                    "declare",
                    """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1"}], "reason": "power is gone"}"""
                )
            ).Status);
        for (var step = 0; step < 16; step++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(30));
            await bot.SettleAsync();
        }

        // Of the two calls it was one whose end nobody knows.
        Assert.Equal(
            [false, true],
            new[] { Assert.Single(Told(ana)), Assert.Single(Told(ben)) }
                .Select(message => message.Text!.StartsWith("Sent again", StringComparison.Ordinal)).Order());

        IEnumerable<FakeMessage> Told(ChatPlace chat) =>
            bot.Teams.Messages.Where(message =>
                message.ConversationId == chat.ConversationId
                && message.Text?.Contains("DR-1 is still waiting for approval", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Those_who_lead_an_event_that_a_program_declared_are_reminded_of_its_update()
    {
        await using var bot = await RunningBot.StartAsync([.. Systems, ("Approvals:Roles:dr-coordinator:0", "aad-ana")]);
        var ana = new ChatPlace(ChatPlace.Personal, "ana", "en-US");
        await bot.DeliverAsync(ChatActivity.Installed(ana, "1", "add"));
        var before = bot.Teams.Messages.Count;
        using var program = new ReportSender(bot);
        Assert.Equal(
            200,
            (
                await program.ReportAsync(
                    "declare",
                    """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1"}], "reason": "power is gone"}"""
                )
            ).Status);
        for (var minute = 0; minute < 60; minute++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await bot.SettleAsync();
        }

        Assert.True((await program.EventAsync()).IsOverdue);
        Assert.NotEmpty(bot.Teams.Messages.Skip(before));
    }
}
