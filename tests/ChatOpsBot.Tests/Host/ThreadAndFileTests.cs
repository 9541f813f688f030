using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Host;

/// <summary>What Teams says around a message, to the end of its turn.</summary>
public sealed class ThreadAndFileTests
{
    private const string Thread = "19:ops@thread.tacv2;messageid=11";
    private int _ids;

    [Fact]
    public async Task In_the_thread_of_an_event_an_update_needs_no_name()
    {
        await using var bot = await RunningBot.StartAsync();
        await SayAsync(bot, "declare a failover for LPAR1: the site is down");
        Assert.Contains("DR-2", await SayAsync(bot, "declare a failover for LPAR2: power is gone"), StringComparison.Ordinal);
        Assert.Contains("DR-1", await SayAsync(bot, "show DR-1", Thread), StringComparison.Ordinal);

        Assert.Contains("Which one?", await SayAsync(bot, "update: replication at 98 percent"), StringComparison.Ordinal);
        var told = await SayAsync(bot, "update: replication at 99 percent", Thread);
        Assert.DoesNotContain("Which one?", told, StringComparison.Ordinal);
        Assert.Contains("replication at 99 percent", await SayAsync(bot, "show DR-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("replication at 99 percent", await SayAsync(bot, "show DR-2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_called_before_an_order_changes_nothing_of_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await SayAsync(bot, "declare a failover for LPAR1: the site is down");
        await bot.DeliverAsync(Message("<at>Ben Smith</at>&nbsp;update DR-1: half way", conversation: null).With(
            "entities",
            new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Ben Smith</at>",
                ["mentioned"] = new JsonObject { ["id"] = "29:ben" },
            })));
        Assert.Contains("half way", await SayAsync(bot, "show DR-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_said_to_be_lost_and_the_text_is_answered()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.Contains("I cannot read", await SendPictureAsync(bot, text: null), StringComparison.Ordinal);

        await SayAsync(bot, "restore PRODLIB on LPAR1");
        Assert.Contains("I cannot read", await SendPictureAsync(bot, text: null), StringComparison.Ordinal);
        var answered = await SendPictureAsync(bot, "who applies PTFs?");
        Assert.Contains("Updates/Patching", answered, StringComparison.Ordinal);
        Assert.Contains("I cannot read", answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_read_for_somebody_unknown()
    {
        await using var bot = await RunningBot.StartAsync();
        var address = bot.Teams.AddFile("a.png", [1]);
        var message = Message("", conversation: null)
            .With("from", new JsonObject { ["id"] = "29:somebody", ["name"] = "Somebody" })
            .With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address }));
        Assert.Contains("does not tell me who you are", await AnswerAsync(bot, message), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.Received, call => call.Target.Contains("attachments", StringComparison.Ordinal));
    }

    private Task<string> SendPictureAsync(RunningBot bot, string? text) => AnswerAsync(
        bot, Message(text, conversation: null).With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/*" })));

    private Task<string> SayAsync(RunningBot bot, string text, string? conversation = null) =>
        AnswerAsync(bot, Message(text, conversation));

    private JsonObject Message(string? text, string? conversation)
    {
        var message = ActivityJson.Message("").With("text", text).With("id", $"{++_ids}");
        return conversation is null ? message : message.With("conversation", new JsonObject
        {
            ["id"] = conversation,
            ["conversationType"] = "channel",
            ["tenantId"] = ActivityJson.TenantId,
        });
    }

    private static async Task<string> AnswerAsync(RunningBot bot, JsonObject activity)
    {
        var before = bot.Teams.Messages.Count;
        await bot.DeliverAsync(activity);
        return string.Join('\n', bot.Teams.Messages.Skip(before).Select(message => $"{message.Text} {message.Card?.ToJsonString()}"));
    }
}
