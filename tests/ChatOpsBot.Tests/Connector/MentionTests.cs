using System.Text.Json;
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
    public void The_mention_of_the_bot_is_taken_out_by_its_entity(string text, string mention, string heard) =>
        Assert.Equal(heard, Read(text, (ActivityJson.BotId, mention)).TextForBot());

    [Fact]
    public void A_mention_of_somebody_else_stays() =>
        Assert.Equal(
            "ask <at>ChatOps</at>",
            Read("<at>ChatOps</at> ask <at>ChatOps</at>", (ActivityJson.BotId, "<at>ChatOps</at>"), ("29:ben", "<at>ChatOps</at>")).TextForBot());

    [Fact]
    public void The_bot_mentioned_twice_is_taken_out_twice() =>
        Assert.Equal("and again", Read("<at>B</at> and <at>B</at> again", (ActivityJson.BotId, "<at>B</at>"), (ActivityJson.BotId, "<at>B</at>")).TextForBot());

    [Fact]
    public void Text_that_only_looks_like_a_mention_stays() =>
        Assert.Equal("<at>ChatOps</at> hello", Read("<at>ChatOps</at> hello").TextForBot());

    [Fact]
    public void A_message_without_text_says_nothing() =>
        Assert.Equal("", Activity(ActivityJson.Message().With("text", null)).TextForBot());

    private static Activity Read(string text, params (string Who, string Written)[] mentions) =>
        Activity(ActivityJson.Message(text).With("entities", new JsonArray(
        [
            .. mentions.Select(it => new JsonObject
            {
                ["type"] = "mention",
                ["text"] = it.Written,
                ["mentioned"] = new JsonObject { ["id"] = it.Who, ["name"] = "ChatOps" },
            }),
        ])));

    private static Activity Activity(JsonObject json) => ChatOpsBot.Connector.Incoming.Activity.Read(JsonElement.Parse(json.ToJsonString()));
}
