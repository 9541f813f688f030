using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Reading what Teams sends.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void A_message_is_read_field_by_field()
    {
        var message = Read(ActivityJson.Message("ptfs?"));

        Assert.Equal(("message", "1700000000001", "ptfs?"), (message.Type, message.Id, message.Text));
        Assert.Equal(("en-US", "Europe/Berlin", "msteams"), (message.Locale, message.LocalTimezone, message.ChannelId));
        Assert.Equal(new ChannelAccount("29:ana", "Ana", "0a0a0a0a-0000-0000-0000-000000000001"), message.From);
        Assert.Equal(new ConversationAccount("a:ana", "personal", ActivityJson.TenantId, false, null), message.Conversation);
        Assert.Equal(ActivityJson.TenantId, message.TenantId);
    }

    [Fact]
    public void What_happened_in_a_team_is_read_from_the_channels_part()
    {
        var renamed = Read(ActivityJson.Activity("conversationUpdate").With("channelData", new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = "19:team", ["name"] = "Ops" },
            ["channel"] = new JsonObject { ["id"] = "19:dr", ["name"] = "DR" },
            ["tenant"] = new JsonObject { ["id"] = "t" },
            ["eventType"] = "channelRenamed",
        }));

        Assert.Equal(new TeamsPlace("19:team", "Ops", "19:dr", "DR", "t", "channelRenamed"), renamed.ChannelData);
    }

    [Fact]
    public void Members_and_reactions_are_read_and_broken_ones_left_out()
    {
        var update = Read(ActivityJson.Activity("conversationUpdate")
            .With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:ben", ["aadObjectId"] = "b" }, 7, new JsonObject { ["id"] = 7 }))
            .With("membersRemoved", "nobody")
            .With("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" }, new JsonObject())));

        Assert.Equal(new ChannelAccount("29:ben", null, "b"), Assert.Single(update.MembersAdded));
        Assert.Empty(update.MembersRemoved);
        Assert.Equal("like", Assert.Single(update.ReactionsAdded));
    }

    [Fact]
    public void A_press_carries_verb_and_data()
    {
        var press = Read(ActivityJson.Press("answer.row", new JsonObject { ["row"] = "ptf" })).CardAction;

        Assert.Equal("answer.row", press?.Verb);
        Assert.Equal("ptf", press?.Data?.GetProperty("row").GetString());
        Assert.False(press?.IsAutomatic);
    }

    [Fact]
    public void A_field_of_the_wrong_type_reads_as_absent()
    {
        var odd = Read(ActivityJson.Message()
            .With("text", 7)
            .With("from", "Ana")
            .With("entities", new JsonObject())
            .With("channelData", new JsonArray())
            .With("locale", new JsonArray("de")));

        Assert.Null(odd.Text);
        Assert.Null(odd.From);
        Assert.Null(odd.Locale);
        Assert.Empty(odd.Entities);
        Assert.Null(odd.ChannelData.TenantId);
    }

    [Fact]
    public void Text_that_no_store_can_hold_does_no_harm()
    {
        var half = Activity.Read(JsonElement.Parse("""{"type":"message","text":"\ud800","name":"a\u0000b"}"""));

        Assert.Null(half.Text);
        Assert.Equal("ab", half.Name);
    }

    [Fact]
    public void A_reference_of_a_thread_knows_its_channel()
    {
        var activity = Read(ActivityJson.Message().With("conversation", new JsonObject
        {
            ["id"] = "19:dr@thread.tacv2;messageid=17",
            ["conversationType"] = "channel",
        }));

        var reference = activity.Reference();

        Assert.Equal("19:dr@thread.tacv2", reference.RootId);
        Assert.Equal("19:dr@thread.tacv2;messageid=17", reference.ConversationId);
        Assert.Equal(ActivityJson.BotId, reference.Bot?.Id);
        Assert.Equal(reference, JsonSerializer.Deserialize<ChatOpsBot.Connector.Outgoing.ConversationReference>(JsonSerializer.Serialize(reference)));
    }

    private static Activity Read(JsonObject json) => Activity.Read(JsonElement.Parse(json.ToJsonString()));
}
