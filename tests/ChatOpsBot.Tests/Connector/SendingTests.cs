using System.Globalization;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What goes out on the wire, and what stands in Teams afterwards.</summary>
public sealed class SendingTests
{
    private static readonly ConversationReference Thread = new()
    {
        ServiceUrl = ActivityJson.ServiceUrl,
        ConversationId = "19:dr@thread.tacv2;messageid=17",
        Bot = new(ActivityJson.BotId, "ChatOps"),
        TenantId = ActivityJson.TenantId,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_posted_under_the_bots_token_with_its_path_encoded()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        var outcome = await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText("Hello."), Stop);

        var call = Assert.Single(teams.Received);
        Assert.Equal("/emea/v3/conversations/19%3Adr%40thread.tacv2%3Bmessageid%3D17/activities", call.Target);
        Assert.Equal("Bearer bot-token-1", call.Authorization);
        Assert.Equal("HTTP/1.1", call.Protocol);
        Assert.Equal(new SendOutcome.Sent(teams.Messages[0].Id, Thread.ConversationId), outcome);
        Assert.Equal("Hello.", teams.Messages[0].Text);
    }

    [Fact]
    public async Task A_card_goes_alone_with_its_summary()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var card = new JsonObject { ["type"] = "AdaptiveCard" };

        await bot.Teams.SendAsync(
            Thread, OutgoingActivity.OfCard(card, "DR declared") with { IsImportant = true, Alerts = true, Locale = "de-DE" }, Stop);

        var sent = teams.Messages[0];
        Assert.Equal("AdaptiveCard", (string)sent.Card!["type"]!);
        Assert.Null(sent.Text);
        Assert.Equal(
            ("DR declared", "high", "de-DE", true),
            ((string)sent.Content["summary"]!, (string)sent.Content["importance"]!, (string)sent.Content["locale"]!,
                (bool)sent.Content["channelData"]!["notification"]!["alert"]!));
    }

    [Fact]
    public async Task A_reply_names_what_it_answers()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        await bot.Teams.ReplyAsync(Thread, "17:1", OutgoingActivity.OfText("Yes."), Stop);

        Assert.EndsWith("/activities/17%3A1", Assert.Single(teams.Received).Target, StringComparison.Ordinal);
        Assert.Equal("17:1", (string)teams.Messages[0].Content["replyToId"]!);
    }

    [Fact]
    public async Task A_mention_stands_in_text_and_entity_alike()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var ana = new Mention(new ChannelAccount("29:ana", "Ana"));

        await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText($"Ask {ana.Tag}.").Mentioning(ana), Stop);

        var entity = teams.Messages[0].Content["entities"]![0]!;
        Assert.Equal(("<at>Ana</at>", "29:ana"), ((string)entity["text"]!, (string)entity["mentioned"]!["id"]!));
        Assert.Throws<ArgumentException>(() => OutgoingActivity.OfText("Ask Ana.").Mentioning(ana));
    }

    [Fact]
    public async Task A_message_is_replaced_in_place_and_taken_away()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var sent = (SendOutcome.Sent)await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText("one"), Stop);

        await bot.Teams.UpdateAsync(Thread, sent.ActivityId!, OutgoingActivity.OfText("two"), Stop);
        var changed = Assert.Single(teams.Messages);
        await bot.Teams.DeleteAsync(Thread, sent.ActivityId!, Stop);

        Assert.Equal(("two", 1), (changed.Text, changed.Updates));
        Assert.Empty(teams.Messages);
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_replaced()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var sent = (SendOutcome.Sent)await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText("one"), Stop);
        teams.Forget(sent.ActivityId!);

        var outcome = await bot.Teams.UpdateAsync(Thread, sent.ActivityId!, OutgoingActivity.OfText("two"), Stop);

        Assert.Equal(Refusal.ActivityGone, Assert.IsType<SendOutcome.Refused>(outcome).Why);
    }

    [Fact]
    public async Task A_post_that_is_accepted_without_an_id_has_an_unknown_end()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        teams.Next(FakeFault.Answer("{}"), FakeFault.Answer("{}"));
        var posted = await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText("one"), Stop);
        var begun = await bot.Teams.CreateThreadAsync(Thread, Thread.RootId, OutgoingActivity.OfText("DR declared"), Stop);

        Assert.IsType<SendOutcome.UnknownEnd>(posted);
        Assert.IsType<SendOutcome.UnknownEnd>(begun);
    }

    [Fact]
    public async Task A_new_thread_is_created_with_its_first_message()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        var outcome = await bot.Teams.CreateThreadAsync(Thread, Thread.RootId, OutgoingActivity.OfText("DR declared"), Stop);

        var first = Assert.Single(teams.Messages);
        Assert.Equal(new SendOutcome.Sent(first.Id, $"19:dr@thread.tacv2;messageid={first.Id}"), outcome);
        Assert.Equal(
            """{"isGroup":true,"activity":{"type":"message","text":"DR declared","textFormat":"plain"},"channelData":"""
            + """{"channel":{"id":"19:dr@thread.tacv2"}}}""",
            Assert.Single(teams.Received).Body!.ToJsonString());
    }

    [Fact]
    public async Task Every_text_arrives_as_it_is_and_half_a_surrogate_pair_as_a_mark()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        string[] texts = ["\U0001F600 “quoted” <b> \\ \n", "a \uD800 b", "\uDC00", "\uD83D"];
        foreach (var text in texts)
            Assert.IsType<SendOutcome.Sent>(await bot.Teams.SendAsync(Thread, OutgoingActivity.OfText(text), Stop));

        Assert.Equal(["\U0001F600 “quoted” <b> \\ \n", "a \uFFFD b", "\uFFFD", "\uFFFD"], teams.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_personal_chat_is_opened_and_then_spoken_in()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        var chat = Assert.IsType<SendOutcome.Sent>(await bot.Teams.CreatePersonalAsync(Thread, "29:ana", Stop));

        Assert.Equal("a:29:ana", chat.ConversationId);
        var body = Assert.Single(teams.Received).Body!;
        Assert.Equal(
            (false, "29:ana", ActivityJson.TenantId),
            ((bool)body["isGroup"]!, (string)body["members"]![0]!["id"]!, (string)body["tenantId"]!));
    }

    [Fact]
    public async Task Members_are_read_over_all_pages()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.AddMembers(Thread.ConversationId, Enumerable.Range(1, 450).Select(it => it.ToString(CultureInfo.InvariantCulture)));

        var outcome = await bot.Teams.MembersAsync(Thread, Stop);

        var members = Assert.IsType<MembersOutcome.Read>(outcome).Members;
        Assert.Equal(450, members.DistinctBy(it => it.Id).Count());
        Assert.Equal("aad-450", members[^1].AadObjectId);
        Assert.Equal(3, teams.Received.Count);
    }
}
