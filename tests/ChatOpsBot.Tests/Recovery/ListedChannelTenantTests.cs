using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>A channel that settings list without its team, before the bot has heard of it.</summary>
public sealed class ListedChannelTenantTests
{
    [Fact]
    public async Task Is_not_given_to_whichever_tenant_comes_first()
    {
        await using var bot = await RunningBot.StartAsync(
            ("Recovery:Channels:0:Channel", "19:ops@thread.tacv2"), ("Recovery:Channels:0:Systems:0", "*"));
        // Somebody of another tenant adds the app for themselves.
        await bot.DeliverAsync(
            ActivityJson
                .Activity("installationUpdate")
                .With("action", "add")
                .With(
                    "conversation",
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["id"] = "a:other",
                        ["conversationType"] = "personal",
                        ["tenantId"] = "ffffffff-0000-0000-0000-000000000000",
                    }));
        var channel = await bot.ReadAsync(db =>
            db.Channels.AsNoTracking().SingleAsync(it => it.Id == "19:ops@thread.tacv2", TestContext.Current.CancellationToken));
        Assert.NotEqual("ffffffff-0000-0000-0000-000000000000", channel.Tenant);
    }
}
