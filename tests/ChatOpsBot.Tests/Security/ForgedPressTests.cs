using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Security;

/// <summary>A press names the message it replaces, and may name any: only a card of the same subject is replaced.</summary>
public sealed class ForgedPressTests
{
    private static readonly ChatPlace Mallory = new(ChatPlace.Personal, "mallory", "en-US");

    [Fact]
    public async Task A_press_with_the_id_of_another_message_of_the_bot_leaves_that_message_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        var mallory = bot.Colleague("mallory");
        await mallory.SaysAsync("who applies PTFs?");
        var other = bot.Teams.Messages[^1];
        await mallory.SaysAsync(Filed.Sentence);
        await bot.SettleAsync();
        var form = bot.Teams.Messages[^1];

        var press = CardPress.Of(form.Card!, new Press("Cancel"));
        await bot.DeliverAsync(ChatActivity.Submitted(Mallory, "forged", other.Id, press.Verb!, press.Data));
        Assert.Equal(0, bot.Teams.Messages.Single(message => message.Id == other.Id).Updates);

        // The true one is replaced in its place.
        await mallory.SaysAsync(Filed.Sentence);
        await bot.SettleAsync();
        var second = bot.Teams.Messages[^1];
        press = CardPress.Of(second.Card!, new Press("Cancel"));
        await bot.DeliverAsync(ChatActivity.Submitted(Mallory, "true", second.Id, press.Verb!, press.Data));
        Assert.True(bot.Teams.Messages.Single(message => message.Id == second.Id).Updates > 0);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("status")]
    public async Task Somebody_elses_request_reads_like_one_that_does_not_exist(string said)
    {
        await using var bot = await RunningBot.StartAsync(
            ("Approvals:RequiredFor:0", "restore"), ("Approvals:Roles:restore-approver:0", "aad-eva"));
        await (await bot.WithRiskyReviewAsync()).SendsWithRiskAsync();
        var key = (await bot.RequestAsync()).Key;
        var mallory = bot.Colleague("mallory");
        await mallory.SaysAsync($"{said} {key}");
        await mallory.SaysAsync($"{said} {Unused(key)}");
        Assert.Equal(mallory.Texts[^1].Replace(Unused(key), key, StringComparison.Ordinal), mallory.Texts[^2]);
    }

    // A key with a right check digit that nobody has.
    private static string Unused(string key) => new CountedKeysAfter(key).Next();

    private sealed class CountedKeysAfter(string key)
    {
        public string Next()
        {
            var keys = CountedKeys.New();
            string next;
            do
                next = keys.New(key[..3]).Value;
            while (next == key);
            return next;
        }
    }
}
