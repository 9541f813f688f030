using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>An administrator blocks the app of a tenant, and allows it again.</summary>
public sealed class BlockedTenantTests
{
    [Fact]
    public async Task Channels_hear_again_once_the_block_is_over()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 0);
        await bot.WriteAsync(db =>
            FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 2, bot.Bot.Clock.GetUtcNow(), tenant: ActivityJson.TenantId));
        bot.Teams.Next(FakeFault.Refuse(403, "BotDisabledByAdmin"));
        await bot.KeepAsync(FakeAudience.Declare(bot.Bot.Clock.GetUtcNow(), tenant: ActivityJson.TenantId));

        // The administrator allows it again: Teams takes everything, and people talk to the bot in chats and in the channel itself.
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.Bot.DeliverAsync(ActivityJson.Message("who applies PTFs?"));
        await bot.Bot.DeliverAsync(
            ActivityJson
                .Message("<at>ChatOps</at> who applies PTFs?")
                .With("id", "1700000000002")
                .With(
                    "conversation",
                    new JsonObject
                    {
                        ["id"] = $"{FakeAudience.ChannelId(0)};messageid=1",
                        ["conversationType"] = "channel",
                        ["isGroup"] = true,
                        ["tenantId"] = ActivityJson.TenantId,
                    }));
        await bot.SayAsync("More.");
        await bot.LaterAsync(TimeSpan.FromDays(1));
        Assert.NotEmpty(bot.Posts(1));
    }
}
