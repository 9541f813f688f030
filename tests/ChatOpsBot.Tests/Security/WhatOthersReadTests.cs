using System.Text.Json.Nodes;
using ChatOpsBot.Cards;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Security;

/// <summary>What people write, and their names, stay words: no link, no markup, nothing hidden.</summary>
public sealed class WhatOthersReadTests
{
    private const string Evil = "[urgent](https://evil.example) <at>everyone</at>\u202E\u200B www.evil.example";

    [Fact]
    public async Task A_name_and_a_reason_reach_a_channel_as_plain_text()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        var (ana, ben) = (bot.Colleague("ana"), bot.Colleague("ben"));
        await bot.DeliverAsync(InChannel("follow LPAR1"));
        await ana.SaysAsync("declare a failover for LPAR1: power is gone");
        await ben.SaysAsync("approve DR-1");
        await ben.PressesAsync("Approve");
        await bot.SettleAsync();
        var update = ActivityJson.Message($"update DR-1: {Evil}").With("id", "evil").With(
            "from", new JsonObject { ["id"] = "29:ana", ["name"] = Evil, ["aadObjectId"] = "aad-ana" });
        await bot.DeliverAsync(update);
        await bot.SettleAsync();

        var texts = bot.Teams.Messages.Where(message => message.Text is not null).ToList();
        Assert.Contains(texts, message => message.Text!.Contains("urgent", StringComparison.Ordinal));
        Assert.All(texts, message => Assert.Equal("plain", (string?)message.Content["textFormat"]));
        Assert.All(texts, message => Assert.DoesNotMatch(@"https://|\bwww\.|[\u200B-\u200F\u202A-\u202E]", message.Text!));
        var cards = bot.Teams.Messages.Where(message => message.Card is not null).Select(message => message.Card!.ToJsonString()).ToList();
        Assert.Contains(cards, card => card.Contains("urgent", StringComparison.Ordinal));
        Assert.All(cards, card => Assert.DoesNotMatch(@"\\u202E|\\u200B|\u202E|\u200B", card));
    }

    [Theory]
    [InlineData("declare a failover for LPAR1: case 4111111111111111")]
    [InlineData("declare a failover for LPAR1: password: Sommer2026!")]
    public async Task A_secret_in_a_declaration_is_not_kept_and_said_to_be_one(string text)
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(text);
        Assert.Contains("looks like a", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sommer2026", ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);

        await ana.SaysAsync("declare a failover for LPAR1: fire");
        await ana.SaysAsync("call off DR-1: password: Sommer2026!");
        Assert.Contains("looks like a password", ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see https://evil.example/x", "see https: //evil.example/x")]
    [InlineData("HTTP://EVIL and www.evil.example", "HTTP: //EVIL and www .evil.example")]
    [InlineData("ratio 3://4 stays, so does 10:30", "ratio 3://4 stays, so does 10:30")]
    [InlineData("a\u200Bb\u200Ec\u202Ed\u2066e\uFEFFf\u00ADg", "abcdefg")]
    [InlineData("family \U0001F468\u200D\U0001F469 stays, a\u200Db does not", "family \U0001F468\u200D\U0001F469 stays, ab does not")]
    public void Nothing_hidden_and_no_link_is_left(string written, string read) => Assert.Equal(read, PlainText.Line(written));

    private static JsonObject InChannel(string text)
    {
        var activity = ActivityJson.Message(text);
        activity["conversation"] = new JsonObject
        {
            ["id"] = "19:ops@thread.tacv2;messageid=1",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = ActivityJson.TenantId,
        };
        activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["name"] = "Operations" };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = "19:ops@thread.tacv2" };
        return activity;
    }
}
