using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>How the bot learns that a block of its app in a tenant is over.</summary>
public sealed class BlockedTenantProbeTests
{
    private const int Channels = 3;

    [Fact]
    public async Task Whoever_speaks_to_the_bot_again_opens_the_channels_at_once()
    {
        await using var bot = await BlockedAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await OpenAsync(bot));
        bot.Teams.AcceptAgain();
        await bot.Bot.DeliverAsync(ActivityJson.Message("who applies PTFs?"));
        Assert.Equal(Channels, await OpenAsync(bot));
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.All(Enumerable.Range(0, Channels), channel => Assert.NotEmpty(bot.Posts(channel)));
    }

    [Fact]
    public async Task The_app_being_removed_opens_nothing()
    {
        await using var bot = await BlockedAsync();
        await bot.Bot.DeliverAsync(ActivityJson.Activity("installationUpdate").With("action", "remove"));
        Assert.Equal(0, await OpenAsync(bot));
    }

    [Fact]
    public async Task Where_nobody_speaks_it_is_tried_once_an_hour()
    {
        await using var bot = await BlockedAsync();
        await LaterAsync(bot, minutes: 58);
        Assert.Equal(0, await OpenAsync(bot));
        bot.Teams.AcceptAgain();
        await LaterAsync(bot, minutes: 3);
        Assert.Equal(Channels, await OpenAsync(bot));
        Assert.All(Enumerable.Range(0, Channels), channel => Assert.NotEmpty(bot.Posts(channel)));
    }

    [Fact]
    public async Task A_try_in_vain_pauses_the_tenant_for_another_hour()
    {
        await using var bot = await BlockedAsync();
        var before = bot.Teams.Received.Count;
        await LaterAsync(bot, minutes: 62);
        Assert.InRange(bot.Teams.Received.Count - before, 1, Channels);
        Assert.Equal(0, await OpenAsync(bot));
        var tried = bot.Teams.Received.Count;
        await LaterAsync(bot, minutes: 50);
        Assert.Equal(tried, bot.Teams.Received.Count);
    }

    private static async Task<AnnouncedBot> BlockedAsync()
    {
        var bot = await AnnouncedBot.StartAsync(channels: 0);
        await bot.WriteAsync(db =>
            FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, Channels, bot.Bot.Clock.GetUtcNow(), tenant: ActivityJson.TenantId));
        bot.Teams.Always(FakeFault.Refuse(403, "BotDisabledByAdmin"));
        await bot.KeepAsync(FakeAudience.Declare(bot.Bot.Clock.GetUtcNow(), tenant: ActivityJson.TenantId));
        Assert.Equal(0, await OpenAsync(bot));
        return bot;
    }

    private static async Task LaterAsync(AnnouncedBot bot, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
            await bot.LaterAsync(TimeSpan.FromMinutes(1));
    }

    private static Task<int> OpenAsync(AnnouncedBot bot) =>
        bot.ReadAsync(db => db.Channels.CountAsync(channel => channel.Status == ChannelStatus.Open, TestContext.Current.CancellationToken));
}
