using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What the bot is told of the activities that Teams sends.</summary>
public sealed class IncomingTests : IAsyncLifetime
{
    private WiredBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await WiredBot.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_message_is_read_field_by_field()
    {
        var message = await _bot.ReadAsync(ActivityJson.Message("ptfs?"));

        Assert.Equal(("message", "1700000000001", new ActivityPayload.Message("ptfs?")), (message.Type, message.Id, message.Payload));
        Assert.Equal(("en-US", "Europe/Berlin"), (message.Locale, Assert.Single(message.TimeZones)));
        Assert.Equal(new ChannelAccount("29:ana", "Ana", "0a0a0a0a-0000-0000-0000-000000000001"), message.From);
        Assert.Equal(
            new ConversationReference
            {
                ServiceUrl = ActivityJson.ServiceUrl,
                ConversationId = "a:ana",
                Bot = new(ActivityJson.BotId, "ChatOps"),
                ChannelId = "msteams",
                TenantId = ActivityJson.TenantId,
                ConversationType = "personal",
            },
            message.Reference);
        Assert.Equal((ConversationKind.Personal, false), (message.Kind, message.IsInvoke));
    }

    [Theory]
    [InlineData("channelRenamed", ChannelChange.ChannelRenamed)]
    [InlineData("teamHardDeleted", ChannelChange.TeamHardDeleted)]
    public async Task A_change_in_a_team_is_told_with_the_team_and_the_channel(string eventType, ChannelChange change)
    {
        var renamed = await _bot.ReadAsync(ActivityJson.Activity("conversationUpdate").With("channelData", new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = "19:team", ["name"] = "Ops" },
            ["channel"] = new JsonObject { ["id"] = "19:dr", ["name"] = "DR" },
            ["tenant"] = new JsonObject { ["id"] = ActivityJson.TenantId },
            ["eventType"] = eventType,
        }));

        Assert.Equal(new TeamsContext("19:team", "Ops", "19:dr", "DR"), renamed.Teams);
        Assert.Equal(new ActivityPayload.ChannelChanged(change), renamed.Payload);
    }

    [Theory]
    [InlineData("membersAdded", InstallationChange.Added)]
    [InlineData("membersRemoved", InstallationChange.Removed)]
    public async Task The_bot_among_the_members_is_an_installation_and_broken_members_are_passed_over(
        string field, InstallationChange change)
    {
        var members = new JsonArray(
            new JsonObject { ["id"] = "29:ben" }, 7, new JsonObject { ["id"] = 7 }, new JsonObject { ["id"] = ActivityJson.BotId });

        var update = await _bot.ReadAsync(ActivityJson.Activity("conversationUpdate").With(field, members));

        Assert.Equal(new ActivityPayload.InstallationChanged(change), update.Payload);
    }

    [Theory]
    [InlineData("add", InstallationChange.Added)]
    [InlineData("add-upgrade", InstallationChange.Upgraded)]
    [InlineData("remove", InstallationChange.Removed)]
    public async Task An_installation_is_told_as_such(string action, InstallationChange change) =>
        Assert.Equal(
            new ActivityPayload.InstallationChanged(change),
            (await _bot.ReadAsync(ActivityJson.Activity("installationUpdate").With("action", action))).Payload);

    [Fact]
    public async Task Other_people_who_come_and_reactions_need_no_answer()
    {
        var joined = ActivityJson.Activity("conversationUpdate").With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:ben" }));
        var liked = ActivityJson.Activity("messageReaction").With("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" }, 7));

        Assert.IsType<ActivityPayload.Other>((await _bot.ReadAsync(joined)).Payload);
        Assert.IsType<ActivityPayload.Other>((await _bot.ReadAsync(liked)).Payload);
    }

    [Fact]
    public async Task A_press_carries_verb_and_values()
    {
        var data = new JsonObject
        {
            ["row"] = "ptf",
            ["count"] = 2,
            ["sure"] = true,
            ["nested"] = new JsonObject(),
            ["at"] = "2026-11-23T08:00:00Z",
        };

        var activity = await _bot.ReadAsync(ActivityJson.Press("answer.row", data));

        var press = Assert.IsType<ActivityPayload.ButtonPressed>(activity.Payload);
        Assert.Equal("answer.row", press.Verb);
        Assert.Equal(
            ["at=2026-11-23T08:00:00Z", "count=2", "row=ptf", "sure=true"], press.Values.Select(it => $"{it.Key}={it.Value}").Order());
        Assert.True(activity.IsInvoke);
    }

    [Fact]
    public async Task What_no_text_can_hold_is_left_out_of_what_was_typed()
    {
        var press = await _bot.ReadAsync(ActivityJson.Press("form.submit", new JsonObject { ["note"] = "a\0b\uFFFEc" }));

        Assert.Equal("abc", Assert.IsType<ActivityPayload.ButtonPressed>(press.Payload).Values["note"]);
    }

    [Fact]
    public async Task A_card_that_the_client_refreshes_by_itself_was_not_pressed()
    {
        var refresh = ActivityJson.Press("answer.row");
        refresh["value"]!["trigger"] = "automatic";

        Assert.IsType<ActivityPayload.Other>((await _bot.ReadAsync(refresh)).Payload);
    }

    [Fact]
    public async Task A_card_that_is_submitted_comes_as_a_message_with_values()
    {
        var submitted = await _bot.ReadAsync(
            ActivityJson.Message("").With("value", new JsonObject { ["verb"] = "order", ["what"] = "tea" }));

        var values = Assert.IsType<ActivityPayload.CardSubmitted>(submitted.Payload).Values;
        Assert.Equal(("order", "tea"), (values["verb"], values["what"]));
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_reads_as_absent()
    {
        var odd = await _bot.ReadAsync(ActivityJson.Message()
            .With("text", 7)
            .With("from", "Ana")
            .With("entities", new JsonObject())
            .With("timestamp", new JsonArray())
            .With("attachments", 7)
            .With("locale", new JsonArray("de")));

        Assert.Equal(new ActivityPayload.Message(""), odd.Payload);
        Assert.Null(odd.From);
        Assert.Null(odd.Locale);
    }

    [Fact]
    public async Task A_locale_and_zone_that_only_the_client_names_are_read()
    {
        var client = new JsonObject { ["type"] = "clientInfo", ["locale"] = "de-DE", ["timezone"] = "Europe/Vienna" };

        var message = await _bot.ReadAsync(ActivityJson.Message().With("locale", null).With("entities", new JsonArray(7, client)));

        Assert.Equal("de-DE", message.Locale);
        Assert.Equal(["Europe/Berlin", "Europe/Vienna"], message.TimeZones);
    }

    [Fact]
    public async Task Text_that_no_store_can_hold_does_no_harm()
    {
        var sent = ActivityJson.Message("half a pair").ToJsonString()
            .Replace("half a pair", "x\\ud800y", StringComparison.Ordinal).Replace("\"Ana\"", "\"a\\u0000b\"", StringComparison.Ordinal);

        await _bot.SendTextAsync(sent);

        var activity = Assert.Single(_bot.Handler.Seen);
        var text = Assert.IsType<ActivityPayload.Message>(activity.Payload).Text;
        Assert.DoesNotContain(text, char.IsSurrogate);
        Assert.Equal("ab", activity.From?.Name);
    }

    [Fact]
    public async Task A_reference_of_a_thread_knows_its_channel()
    {
        var activity = await _bot.ReadAsync(ActivityJson.Message().With("conversation", new JsonObject
        {
            ["id"] = "19:dr@thread.tacv2;messageid=17",
            ["conversationType"] = "channel",
            ["tenantId"] = ActivityJson.TenantId,
        }));

        var reference = activity.Reference;

        Assert.Equal(ConversationKind.Channel, activity.Kind);
        Assert.Equal("19:dr@thread.tacv2", reference.RootId);
        Assert.Equal("19:dr@thread.tacv2;messageid=17", reference.ConversationId);
        Assert.Equal(ActivityJson.BotId, reference.Bot?.Id);
        Assert.Equal(reference, JsonSerializer.Deserialize<ConversationReference>(JsonSerializer.Serialize(reference)));
    }
}
