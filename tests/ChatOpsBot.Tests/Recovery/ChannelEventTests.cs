using System.Text.Json.Nodes;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What happens to channels and teams in Teams, as it tells the bot.</summary>
public sealed class ChannelEventTests
{
    private const string Team = "19:team@thread.tacv2";
    private const string Ops = "19:ops@thread.tacv2";
    private int _ids;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_follows_is_noted_with_the_way_there_and_the_name_of_its_team()
    {
        await using var bot = await StartAsync();
        var channel = await ChannelAsync(bot);

        Assert.Equal((Team, "Operations", ActivityJson.TenantId), (channel.TeamId, channel.TeamName, channel.Tenant));
        Assert.Equal((bot.Teams.ServiceUrl, ActivityJson.BotId, ChannelStatus.Open), (channel.ServiceUrl, channel.BotId, channel.Status));
    }

    [Fact]
    public async Task Names_follow_the_channel_and_the_team()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event("channelRenamed", channel: "DR room"));
        await bot.DeliverAsync(Event("teamRenamed", team: "Platform"));

        var channel = await ChannelAsync(bot);
        Assert.Equal(("DR room", "Platform"), (channel.Name, channel.TeamName));
        Assert.Equal("Platform", (await ReadAsync(bot, db => db.Conversations.SingleAsync(place => place.Id == Team, Cancel))).TeamName);
        Assert.Single(await ReadAsync(bot, db => db.Subscriptions.ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_deleted_channel_comes_back_open_and_still_follows()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event("channelDeleted"));
        Assert.Equal((ChannelStatus.Gone, "channelDeleted"), await StatusAsync(bot));
        await bot.DeliverAsync(Event("channelRestored", channel: "DR room"));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
        Assert.Equal("LPAR1", (await ReadAsync(bot, db => db.Subscriptions.SingleAsync(Cancel))).System);
    }

    [Theory]
    [InlineData("teamArchived", ChannelStatus.Paused, "teamUnarchived")]
    [InlineData("teamDeleted", ChannelStatus.Gone, "teamRestored")]
    public async Task What_happens_to_a_team_happens_to_its_channels(string away, ChannelStatus standing, string back)
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event(away));
        Assert.Equal((standing, away), await StatusAsync(bot));
        await bot.DeliverAsync(Event(back));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
    }

    [Fact]
    public async Task The_bot_leaves_one_shared_channel_and_no_other()
    {
        const string Shared = "19:shared1@thread.tacv2";
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Says("follow LPAR1", Shared));

        await bot.DeliverAsync(Event("channelMemberRemoved", id: Shared).With("membersRemoved", Bot()));
        Assert.Equal(ChannelStatus.Open, (await StatusAsync(bot)).Item1);
        Assert.Equal((ChannelStatus.Paused, "appRemoved"), await StatusAsync(bot, Shared));

        await bot.DeliverAsync(Event("channelMemberAdded", id: Shared).With("membersAdded", Bot()));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot, Shared));
    }

    [Fact]
    public async Task Other_people_who_leave_a_shared_channel_change_nothing()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(
            Event("channelMemberRemoved").With("membersRemoved", new JsonArray(new JsonObject { ["id"] = "29:ben" })));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
    }

    [Fact]
    public async Task A_team_that_is_deleted_for_good_does_not_come_back()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event("teamHardDeleted"));
        await bot.DeliverAsync(Event("teamRestored"));
        await bot.DeliverAsync(Event("teamUnarchived"));
        Assert.Equal((ChannelStatus.Gone, "teamHardDeleted"), await StatusAsync(bot));
    }

    [Fact]
    public async Task Without_the_app_its_channels_are_paused_and_with_it_open_again()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event("", type: "installationUpdate").With("action", "remove"));
        Assert.Equal((ChannelStatus.Paused, "appRemoved"), await StatusAsync(bot));
        await bot.DeliverAsync(Event("", type: "installationUpdate").With("action", "add"));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
    }

    [Fact]
    public async Task Whoever_speaks_in_a_paused_channel_and_follows_opens_it()
    {
        await using var bot = await StartAsync();
        await bot.DeliverAsync(Event("teamArchived"));
        await bot.DeliverAsync(Says("what do we follow?"));
        Assert.Contains("Teams refused it (teamArchived)", bot.Teams.Messages[^1].Content.ToJsonString(), StringComparison.Ordinal);

        await bot.DeliverAsync(Says("follow LPAR1"));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
        Assert.Equal("LPAR1", (await ReadAsync(bot, db => db.Subscriptions.SingleAsync(Cancel))).System);
    }

    [Fact]
    public async Task An_event_that_is_delivered_again_later_changes_nothing()
    {
        await using var bot = await StartAsync();
        var archived = Event("teamArchived");
        await bot.DeliverAsync((JsonObject)archived.DeepClone());
        await bot.DeliverAsync(Event("teamUnarchived"));
        await bot.RestartAsync();
        await bot.DeliverAsync(archived);
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync(bot));
    }

    [Fact]
    public async Task A_created_channel_is_known_by_name_when_it_follows()
    {
        await using var bot = await StartAsync();
        var before = bot.Teams.Changes.Count;
        await bot.DeliverAsync(Event("channelCreated", channel: "New", id: "19:new@thread.tacv2"));
        await bot.DeliverAsync(Event("channelDeleted", id: "19:nobody@thread.tacv2"));
        Assert.Equal(before, bot.Teams.Changes.Count);

        await bot.DeliverAsync(Says("follow all DR events", "19:new@thread.tacv2"));
        var channels = await ReadAsync(bot, db => db.Channels.OrderBy(channel => channel.Id).ToListAsync(Cancel));
        Assert.Equal([("19:new@thread.tacv2", "New"), (Ops, null)], channels.Select(channel => (channel.Id, channel.Name)));
    }

    [Fact]
    public async Task A_question_reads_nothing_of_it_and_writes_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Says("who applies PTFs?"));
        await bot.DeliverAsync(Says("what do we follow?"));
        Assert.Equal(0, await ReadAsync(bot, db => db.Channels.CountAsync(Cancel)));
        Assert.Equal(0, await ReadAsync(bot, db => db.SeenActivities.CountAsync(Cancel)));
    }

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Event("", type: "installationUpdate").With("action", "add"));
        await bot.DeliverAsync(Says("follow LPAR1"));
        return bot;
    }

    private JsonObject Says(string text, string channel = Ops) =>
        In(ActivityJson.Message(text), channel, null, null, $"{channel};messageid=1");

    // Teams writes these events into the General channel of the team, whichever channel they are about.
    private JsonObject Event(
        string name, string? channel = null, string? team = "Operations", string id = Ops, string type = "conversationUpdate")
    {
        var activity = In(ActivityJson.Activity(type), id, channel, team, Team);
        if (name.Length > 0)
            activity["channelData"]!["eventType"] = name;
        return activity;
    }

    private JsonObject In(JsonObject activity, string channel, string? channelName, string? teamName, string conversation)
    {
        activity["id"] = $"{++_ids}";
        activity["conversation"] = new JsonObject
        {
            ["id"] = conversation,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = ActivityJson.TenantId,
        };
        activity["channelData"]!["team"] = new JsonObject { ["id"] = Team }.With("name", teamName);
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel }.With("name", channelName);
        return activity;
    }

    private static JsonArray Bot() => [new JsonObject { ["id"] = ActivityJson.BotId }];

    private static Task<Channel> ChannelAsync(RunningBot bot, string id = Ops) =>
        ReadAsync(bot, db => db.Channels.SingleAsync(channel => channel.Id == id, Cancel));

    private static async Task<(ChannelStatus, string?)> StatusAsync(RunningBot bot, string id = Ops)
    {
        var channel = await ChannelAsync(bot, id);
        return (channel.Status, channel.Why);
    }

    private static async Task<T> ReadAsync<T>(RunningBot bot, Func<BotDb, Task<T>> read)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }
}
