using System.Net;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>A search from a compose box at the door: the same checks as for anything else.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task Without_a_token_nobody_searches()
    {
        await using var bot = await WiredBot.StartAsync();
        using var request = bot.Letter(ActivityJson.Search("rows", "ptf")).ToRequest();
        request.Headers.Authorization = null;

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Fact]
    public async Task Another_tenant_does_not_search_here()
    {
        await using var bot = await WiredBot.StartAsync();
        var search = ActivityJson.Search("rows", "ptf");
        search["conversation"]!["tenantId"] = "ffffffff-0000-0000-0000-000000000000";
        search["channelData"]!["tenant"]!["id"] = "ffffffff-0000-0000-0000-000000000000";

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.SendAsync(bot.Letter(search))).StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Fact]
    public async Task What_is_searched_is_read()
    {
        await using var bot = await WiredBot.StartAsync();
        await bot.SendAsync(bot.Letter(ActivityJson.Search("rows", "ptf", skip: 25, count: 10)));
        var activity = Assert.Single(bot.Handler.Seen);

        Assert.True(activity.IsFromComposeBox);
        Assert.Equal(("rows", "ptf", 25, 10), (activity.ComposeQuery!.CommandId, activity.ComposeQuery.Parameters["text"], activity.ComposeQuery.Skip, activity.ComposeQuery.Count));
        Assert.Null(activity.CardAction);
    }
}
