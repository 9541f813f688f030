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
        await bot.Colleague("carla").SaysAsync("who applies PTFs?");
        var other = bot.Teams.Messages[^1];
        var mallory = bot.Colleague("mallory");
        await mallory.SaysAsync(Filed.Sentence);
        await bot.SettleAsync();
        var form = bot.Teams.Messages[^1];

        var press = CardPress.Of(form.Card!, new Press("Cancel"));
        var forged = ChatActivity.Submitted(Mallory, "forged", other.Id, press.Verb!, press.Data);
        forged["conversation"]!["id"] = other.ConversationId;
        await bot.DeliverAsync(forged);
        Assert.Equal(0, bot.Teams.Messages.Single(message => message.Id == other.Id).Updates);

        // The true one is replaced in its place.
        await mallory.SaysAsync(Filed.Sentence);
        await bot.SettleAsync();
        var second = bot.Teams.Messages[^1];
        press = CardPress.Of(second.Card!, new Press("Cancel"));
        await bot.DeliverAsync(ChatActivity.Submitted(Mallory, "true", second.Id, press.Verb!, press.Data));
        Assert.True(bot.Teams.Messages.Single(message => message.Id == second.Id).Updates > 0);
    }

    [Fact]
    public async Task A_press_on_the_own_form_that_names_another_message_never_puts_the_form_there()
    {
        await using var bot = await RunningBot.StartAsync();
        var carla = bot.Colleague("carla");
        await carla.SaysAsync(Filed.Sentence);
        var other = bot.Teams.Messages[^1];
        var mallory = bot.Colleague("mallory");
        await mallory.SaysAsync(Filed.Sentence);
        await bot.SettleAsync();

        foreach (var button in new[] { "Review", "Change", "Cancel" })
        {
            var form = mallory.Answer ?? mallory.Card.Card!;
            var press = mallory.PressOf(button, form, other.Id);
            press["conversation"]!["id"] = other.ConversationId;
            await mallory.SendAsync(press);
            await bot.SettleAsync();
        }

        var stands = bot.Teams.Messages.Single(message => message.Id == other.Id);
        Assert.Equal(0, stands.Updates);
        await mallory.SaysAsync("my requests");
        await bot.SettleAsync();
        Assert.Equal(0, stands.Updates);
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
