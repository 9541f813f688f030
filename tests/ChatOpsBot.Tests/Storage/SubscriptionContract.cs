using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What channels follow, made so in chats and by settings, and who would be told.</summary>
public abstract class SubscriptionContract(TestDatabase database) : DatabaseContract(database)
{
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");

    [Fact]
    public async Task Who_made_a_channel_follow_first_stays_noted()
    {
        Assert.Equal(["LPAR1"], await FollowAsync("ops", Ana, Monday, "lpar1", " LPAR1 "));
        Assert.Equal(["LPAR2"], await FollowAsync("ops", Ben, Monday.AddDays(1), "LPAR1", "LPAR2"));

        var rows = await OfAsync("ops");
        Assert.Equal(
            [("LPAR1", "aad-ana", "Ana", Monday), ("LPAR2", "aad-ben", "Ben", Monday.AddDays(1))],
            rows.Select(row => (row.System, row.ById, row.ByName, row.At)));
    }

    [Fact]
    public async Task Everything_stands_first()
    {
        await FollowAsync("ops", Ana, Monday, "LPAR1", Subscription.Everything, "ALPHA");
        Assert.Equal([Subscription.Everything, "ALPHA", "LPAR1"], (await OfAsync("ops")).Select(row => row.System));
    }

    [Fact]
    public async Task Ending_ends_what_is_named_in_this_channel_alone()
    {
        await FollowAsync("ops", Ana, Monday, "LPAR1", "LPAR2");
        await FollowAsync("dba", Ana, Monday, "LPAR1");

        Assert.Equal(["LPAR1"], await StopAsync("ops", "lpar1", "LPAR9"));
        Assert.Equal(["LPAR2"], (await OfAsync("ops")).Select(row => row.System));
        Assert.Equal(["LPAR1"], (await OfAsync("dba")).Select(row => row.System));
    }

    [Fact]
    public async Task Ending_all_leaves_what_settings_list()
    {
        await FollowAsync("ops", Ana, Monday, "LPAR1", "LPAR2");
        await SettleAsync(new ListedChannel("ops", null, null, ["LPAR3", "lpar2"]));

        Assert.Equal(["LPAR1"], await StopAsync("ops"));
        Assert.Equal(["LPAR2", "LPAR3"], (await OfAsync("ops")).Select(row => row.System));
    }

    [Fact]
    public async Task Rows_of_settings_go_with_the_settings_and_those_of_chats_stay()
    {
        await FollowAsync("ops", Ana, Monday, "LPAR1", "LPAR2");
        Assert.Equal((2, 0), await SettleAsync(new ListedChannel("ops", "team", "Ops", ["LPAR2", "LPAR3"]), new("dba", null, null, ["*"])));
        Assert.Equal((0, 0), await SettleAsync(new ListedChannel("ops", "team", "Ops", ["LPAR2", "LPAR3"]), new("dba", null, null, ["*"])));
        Assert.Equal(
            [("LPAR1", false), ("LPAR2", true), ("LPAR3", true)], (await OfAsync("ops")).Select(row => (row.System, row.IsFromSettings)));

        Assert.Equal((0, 2), await SettleAsync());
        Assert.Equal(
            [("LPAR1", "aad-ana", false), ("LPAR2", "aad-ana", false)],
            (await OfAsync("ops")).Select(row => (row.System, row.ById, row.IsFromSettings)));
        Assert.Empty(await OfAsync("dba"));
    }

    [Fact]
    public async Task A_name_of_settings_gives_way_to_that_of_Teams_and_takes_no_other_place()
    {
        await SettleAsync(new ListedChannel("ops", null, "Ops by settings", ["*"]));
        Assert.Equal("Ops by settings", await NameAsync());
        await CommitAsync(db => new ChannelStore(db).NoteAsync(new Channel { Id = "ops", Name = "Ops" }, Monday, Cancel));
        await SettleAsync(new ListedChannel("ops", "team", "Ops by settings", ["*"]));
        Assert.Equal("Ops", await NameAsync());
    }

    [Fact]
    public async Task The_audience_counts_each_channel_and_each_team_once()
    {
        await ChannelAsync("ops", "one", "LPAR1", "LPAR1DR", Subscription.Everything);
        await ChannelAsync("dba", "one", "LPAR1DR");
        await ChannelAsync("net", "two", Subscription.Everything);
        await ChannelAsync("dev", "three", "LPAR7");
        await ChannelAsync("alone", null, "LPAR1");

        Assert.Equal((4, 2), await AudienceAsync("lpar1", "LPAR1DR"));
        Assert.Equal((2, 2), await AudienceAsync("LPAR9"));
        Assert.Equal((3, 3), await AudienceAsync("LPAR7"));
    }

    [Fact]
    public async Task Whoever_is_closed_or_elsewhere_is_no_audience()
    {
        await ChannelAsync("ops", "one", "LPAR1");
        await ChannelAsync("paused", "two", "LPAR1");
        await ChannelAsync("gone", "three", "LPAR1");
        await CommitAsync(db =>
            new ChannelStore(db).NoteAsync(
                new Channel
                {
                    Id = "theirs",
                    Tenant = "fabrikam",
                    TeamId = "four",
                },
                Monday,
                Cancel));
        await FollowAsync("theirs", Ana, Monday, "LPAR1");
        await CommitAsync(db => new ChannelGate(db).PauseAsync("paused", "teamArchived", Monday, Cancel));
        await CommitAsync(db => new ChannelGate(db).LoseAsync("gone", "channelDeleted", Monday, Cancel));

        Assert.Equal((1, 1), await AudienceAsync("LPAR1"));
        Assert.Equal((1, 1), await AskAsync(db => new SubscriptionStore(db).AudienceAsync("fabrikam", ["LPAR1"], Cancel)));
        Assert.Equal((0, 0), await AskAsync(db => new SubscriptionStore(db).AudienceAsync(null, ["LPAR1"], Cancel)));
    }

    [Fact]
    public async Task Of_two_who_make_a_channel_follow_at_once_one_loses()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await new SubscriptionStore(first).FollowAsync("ops", ["LPAR1"], Ana, Monday, Cancel);
        await new SubscriptionStore(second).FollowAsync("ops", ["LPAR1"], Ben, Monday, Cancel);

        await first.SaveChangesAsync(Cancel);
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(Cancel));
        Assert.True(second.IsConcurrencyConflict(fault));
    }

    [Fact]
    public async Task Of_two_who_end_the_same_at_once_one_loses()
    {
        await FollowAsync("ops", Ana, Monday, "LPAR1");
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await new SubscriptionStore(first).StopAsync("ops", null, SampleRequest.Ana, Monday, Cancel);
        await new SubscriptionStore(second).StopAsync("ops", null, SampleRequest.Ana, Monday, Cancel);

        await first.SaveChangesAsync(Cancel);
        var fault = await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveChangesAsync(Cancel));
        Assert.True(second.IsConcurrencyConflict(fault));
    }

    private Task<IReadOnlyList<string>> FollowAsync(string channel, Person by, DateTimeOffset at, params string[] systems) =>
        ChangeAsync(db => new SubscriptionStore(db).FollowAsync(channel, systems, by, at, Cancel));

    private Task<IReadOnlyList<string>> StopAsync(string channel, params string[] systems) =>
        ChangeAsync(db =>
            new SubscriptionStore(db).StopAsync(channel, systems.Length == 0 ? null : systems, SampleRequest.Ana, Monday, Cancel));

    private Task<(int, int)> SettleAsync(params ListedChannel[] listed) =>
        ChangeAsync(db => new ListedChannelStore(db).SettleAsync(listed, Monday, Cancel));

    private Task<IReadOnlyList<Subscription>> OfAsync(string channel) => AskAsync(db => new SubscriptionStore(db).OfAsync(channel, Cancel));

    private Task<(int, int)> AudienceAsync(params string[] names) =>
        AskAsync(db => new SubscriptionStore(db).AudienceAsync("contoso", names, Cancel));

    private Task<string?> NameAsync() =>
        AskAsync(db => db.Channels.Where(channel => channel.Id == "ops").Select(channel => channel.Name).SingleAsync(Cancel));

    private async Task ChannelAsync(string id, string? team, params string[] systems)
    {
        await CommitAsync(db => new ChannelStore(db).NoteAsync(new Channel { Id = id, Tenant = "contoso", TeamId = team }, Monday, Cancel));
        await FollowAsync(id, Ana, Monday, systems);
    }

    private async Task<T> ChangeAsync<T>(Func<BotDb, Task<T>> change)
    {
        await using var db = await OpenAsync();
        var result = await change(db);
        await db.SaveChangesAsync(Cancel);
        return result;
    }
}
