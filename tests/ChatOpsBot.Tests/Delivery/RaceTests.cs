using System.Text.Json.Nodes;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Somebody else changes the same request while a turn is being worked.</summary>
public sealed class RaceTests
{
    private readonly UnluckyTopic _topic = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_lost_is_answered_anew()
    {
        await using var bot = await StartAsync();
        _topic.LosesRaces = 2;
        var (_, body) = await bot.DeliverAsync(Step("1"));

        Assert.Equal(200, (int)body!["statusCode"]!);
        Assert.Equal(3, _topic.Asked);
        Assert.Equal(["started", "filled"], await AuditEntriesAsync(bot));
    }

    [Fact]
    public async Task Who_loses_again_and_again_is_told_so_and_can_press_once_more()
    {
        await using var bot = await StartAsync();
        _topic.LosesRaces = 3;
        var (_, body) = await bot.DeliverAsync(Step("1"));
        Assert.Equal("busy", (string)body!["value"]!["code"]!);
        Assert.Equal(["started"], await AuditEntriesAsync(bot));

        await bot.DeliverAsync(Step("2"));
        Assert.Equal(["started", "filled"], await AuditEntriesAsync(bot));
    }

    [Fact]
    public async Task Of_a_turn_whose_card_cannot_be_sent_nothing_is_kept()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(ByAna(ActivityJson.Message("too much")).With("id", "too much"));
        Assert.Equal(["started"], await AuditEntriesAsync(bot));
        Assert.Contains("nothing was done", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync([_topic]);
        await bot.DeliverAsync(ByAna(ActivityJson.Message("begin")));
        return bot;
    }

    private static JsonObject Step(string id) => ByAna(ActivityJson.Press("unlucky.step")).With("id", id).With("replyToId", "the card");

    private static JsonObject ByAna(JsonObject activity) =>
        activity.With("from", new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = "aad-ana" });

    private static Task<List<string>> AuditEntriesAsync(RunningBot bot) => bot.ReadAsync(async db =>
    {
        var request = Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel));
        return (await new RequestStore(db).HistoryAsync(request.Id, Cancel)).Select(entry => entry.What).ToList();
    });
}
