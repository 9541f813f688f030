using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What the bot hears of a message that mentions it.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("<at>ChatOps</at> who applies PTFs?", "<at>ChatOps</at>", "who applies PTFs?")]
    [InlineData("<at>my little helper</at> who applies PTFs?", "<at>my little helper</at>", "who applies PTFs?")]
    [InlineData("who <at>ChatOps</at> applies PTFs?", "<at>ChatOps</at>", "who applies PTFs?")]
    [InlineData("<at>ChatOps</at>\n", "<at>ChatOps</at>", "")]
    [InlineData("ChatOps, who applies PTFs?", "<at>ChatOps</at>", "ChatOps, who applies PTFs?")]
    public async Task The_mention_of_the_bot_is_taken_out_by_its_entity(string text, string mention, string heard) =>
        Assert.Equal(heard, await ReadAsync(text, (ActivityJson.BotId, mention)));

    [Fact]
    public async Task A_mention_of_somebody_else_stays_as_a_name() =>
        Assert.Equal(
            "ask ChatOps",
            await ReadAsync(
                "<at>ChatOps</at> ask <at>ChatOps</at>", (ActivityJson.BotId, "<at>ChatOps</at>"), ("29:ben", "<at>ChatOps</at>")));

    [Fact]
    public async Task The_bot_mentioned_twice_is_taken_out_twice() =>
        Assert.Equal(
            "and again",
            await ReadAsync("<at>B</at> and <at>B</at> again", (ActivityJson.BotId, "<at>B</at>"), (ActivityJson.BotId, "<at>B</at>")));

    [Fact]
    public async Task Text_that_only_looks_like_a_mention_stays() =>
        Assert.Equal("<at>ChatOps</at> hello", await ReadAsync("<at>ChatOps</at> hello"));

    [Fact]
    public async Task A_message_without_text_says_nothing() => Assert.Equal("", await ReadAsync(null));

    private static async Task<string> ReadAsync(string? text, params (string Who, string Written)[] mentions)
    {
        await using var bot = await WiredBot.StartAsync();
        var activity = await bot.ReadAsync(ActivityJson.Message().With("text", text).With("entities", new JsonArray(
        [
            .. mentions.Select(it => new JsonObject
            {
                ["type"] = "mention",
                ["text"] = it.Written,
                ["mentioned"] = new JsonObject { ["id"] = it.Who, ["name"] = "ChatOps" },
            }),
        ])));
        return Assert.IsType<ActivityPayload.Message>(activity.Payload).Text;
    }
}
