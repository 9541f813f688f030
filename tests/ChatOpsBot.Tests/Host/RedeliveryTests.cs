using System.Text.Json.Nodes;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Host;

public sealed class RedeliveryTests
{
    private static readonly JsonObject RowPress = new() { ["section"] = "Operations Management", ["task"] = "Security", ["party"] = "Ibm" };

    [Fact]
    public async Task Copies_that_come_at_the_same_time_are_worked_once()
    {
        await using var bot = await RunningBot.StartAsync();
        var copies = Enumerable.Range(0, 8).Select(_ => bot.DeliverAsync(ActivityJson.Message()));
        var responses = await Task.WhenAll(copies);

        Assert.All(responses, response => Assert.Equal(200, response.Status));
        Assert.Single(bot.Teams.Messages);
        Assert.Equal(1, bot.Faults.Asked);
    }

    [Fact]
    public async Task A_copy_that_comes_while_the_first_is_worked_waits_for_the_same_answer()
    {
        await using var bot = await RunningBot.StartAsync();
        var first = bot.DeliverAsync(ActivityJson.Message("sleep, please"));
        await bot.Faults.Asleep;
        var second = bot.DeliverAsync(ActivityJson.Message("sleep, please"));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(first, second);

        Assert.Single(bot.Teams.Messages);
        Assert.Equal(1, bot.Faults.Asked);
    }

    [Fact]
    public async Task The_same_press_with_a_new_id_gets_the_stored_answer_within_a_minute_only()
    {
        await using var bot = await RunningBot.StartAsync();
        var (_, first) = await bot.DeliverAsync(Start("1"));
        var (_, again) = await bot.DeliverAsync(Start("2"));
        Assert.Equal(1, bot.Faults.Asked);
        Assert.Equal(first!.ToJsonString(), again!.ToJsonString());

        bot.Clock.Advance(TimeSpan.FromSeconds(61));
        await bot.DeliverAsync(Start("3"));
        Assert.Equal(2, bot.Faults.Asked);
    }

    [Fact]
    public async Task A_press_that_only_shows_something_shows_it_again_after_a_moment()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Press("1"));
        await bot.DeliverAsync(Press("2"));
        Assert.Equal(1, bot.Faults.Asked);

        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await bot.DeliverAsync(Press("3"));
        Assert.Equal(2, bot.Faults.Asked);
    }

    [Fact]
    public async Task An_edit_that_arrives_before_its_message_does_not_suppress_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Edit("who checks the backups?"));
        Assert.Empty(bot.Teams.Messages);
        await bot.DeliverAsync(ActivityJson.Message("who checks the backups?"));
        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_press_that_failed_is_worked_anew_when_the_person_presses_again()
    {
        await using var bot = await RunningBot.StartAsync();
        var (_, first) = await bot.DeliverAsync(ActivityJson.Press("break").With("id", "1").With("replyToId", "the card"));
        var (_, again) = await bot.DeliverAsync(ActivityJson.Press("break").With("id", "2").With("replyToId", "the card"));

        Assert.Equal(500, (int)first!["statusCode"]!);
        Assert.Equal(2, bot.Faults.Asked);
        Assert.NotEqual(first.ToJsonString(), again!.ToJsonString());
    }

    [Fact]
    public async Task An_event_that_failed_is_worked_when_Teams_delivers_it_again()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Faults.BreaksNextWelcome = true;
        var (failed, _) = await bot.DeliverAsync(ActivityJson.Activity("installationUpdate").With("action", "add"));
        var (worked, _) = await bot.DeliverAsync(ActivityJson.Activity("installationUpdate").With("action", "add"));

        Assert.Equal(500, failed);
        Assert.Equal(200, worked);
        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task The_same_press_of_another_person_or_on_another_card_is_another_press()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Press("1"));
        await bot.DeliverAsync(Press("2").With("from", new JsonObject { ["id"] = "29:ben" }));
        await bot.DeliverAsync(Press("3").With("replyToId", "another card"));
        Assert.Equal(3, bot.Faults.Asked);
    }

    [Fact]
    public async Task The_same_activity_id_in_another_conversation_is_another_activity()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message());
        await bot.DeliverAsync(ActivityJson.Message().With("conversation", new JsonObject { ["id"] = "a:ben" }));
        Assert.Equal(2, bot.Teams.Messages.Count);
    }

    [Fact]
    public async Task A_question_writes_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message());
        await bot.DeliverAsync(Press("1"));

        await using var db = await bot
            .Services.GetRequiredService<IDbContextFactory<BotDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await db.SeenActivities.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Conversations.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_who_tell_of_one_installation_one_brings_the_welcome()
    {
        await using var bot = await RunningBot.StartAsync();
        var events = Enumerable.Range(0, 8).Select(id => bot.DeliverAsync(
            ActivityJson.Activity("installationUpdate").With("action", "add").With("id", $"{id}")));
        await Task.WhenAll(events);
        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_question_that_is_edited_is_answered_anew_and_once()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message("who aplies the bakups?"));
        await bot.DeliverAsync(Edit("who aplies the bakups?"));
        Assert.Single(bot.Teams.Messages);

        await bot.DeliverAsync(Edit("who applies PTFs?"));
        await bot.DeliverAsync(Edit("who applies PTFs?"));
        Assert.Equal(2, bot.Teams.Messages.Count);
        Assert.Contains("PTF", $"{bot.Teams.Messages[1].Card}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_stays_as_first_written_and_the_person_is_told()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(ActivityJson.Message("declare a failover for LPAR1: the site is down"));
        var shown = bot.Teams.Messages.Count;
        await bot.DeliverAsync(Edit("declare a failover for LPAR2: the site is down"));
        Assert.Equal(shown + 1, bot.Teams.Messages.Count);
        Assert.Contains("as you first wrote it", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    private static JsonObject Edit(string text) => ActivityJson.Message(text)
        .With("type", "messageUpdate")
        .With("channelData", new JsonObject { ["eventType"] = "editMessage" });

    private static JsonObject Start(string id) => ActivityJson
        .Press("request.start", new JsonObject { ["request"] = "restore" })
        .With("id", id)
        .With("replyToId", "the card");

    private static JsonObject Press(string id) =>
        ActivityJson.Press("row.show", (JsonObject)RowPress.DeepClone()).With("id", id).With("replyToId", "the card");
}
