using System.Net;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>A search from a compose box: checked like anything else, and read for what it asks.</summary>
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

        var activity = await bot.ReadAsync(ActivityJson.Search("rows", "ptf", skip: 25, count: 10));

        var query = Assert.IsType<ActivityPayload.SearchRequested>(activity.Payload).Query;
        Assert.Equal(("rows", "ptf", 25, 10), (query.CommandId, query.Parameters["text"], query.Skip, query.Count));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"commandId":7,"parameters":{},"queryOptions":[]}""")]
    [InlineData("""{"parameters":[7,null,{"name":"text","value":7},{"value":"x"}],"queryOptions":{"skip":-3,"count":"many"}}""")]
    public async Task A_search_that_says_nothing_useful_asks_for_the_first_page_of_everything(string value)
    {
        await using var bot = await WiredBot.StartAsync();

        var activity = await bot.ReadAsync(ActivityJson.Search("rows").With("value", JsonNode.Parse(value)));

        var query = Assert.IsType<ActivityPayload.SearchRequested>(activity.Payload).Query;
        Assert.Equal((null, 0, 0, ComposeQuery.Page), (query.CommandId, query.Parameters.Count, query.Skip, query.Count));
    }

    [Fact]
    public async Task Whatever_else_a_compose_box_asks_for_is_told_apart_from_a_search()
    {
        await using var bot = await WiredBot.StartAsync();

        var activity = await bot.ReadAsync(ActivityJson.Search("rows").With("name", "composeExtension/fetchTask"));

        Assert.IsType<ActivityPayload.OtherComposeAction>(activity.Payload);
    }

    [Fact]
    public async Task Results_go_out_as_cards_with_a_line_for_the_list()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Handler.Answer = _ => ComposeReply.Results([new(new JsonObject { ["type"] = "AdaptiveCard" }, "PTFs <b>", "IBM")]);

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Search("rows", "ptf")));

        Assert.Equal(
            """
            {"composeExtension":{"attachmentLayout":"list","type":"result","attachments":[{"preview":
            {"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"PTFs ‹b›","text":"IBM"}},
            "contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}}
            """.ReplaceLineEndings(""),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
