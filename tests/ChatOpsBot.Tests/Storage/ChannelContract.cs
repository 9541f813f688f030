using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The channels that follow: what is known of them, how to reach them, and whether they can be written to.</summary>
public abstract class ChannelContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task A_later_event_that_knows_less_erases_nothing()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(new Channel { Id = "ops", ServiceUrl = "https://smba.trafficmanager.net/de/" });

        var kept = await ReadAsync("ops");
        Assert.Equal(("Operations", "Ops", "team", "contoso", "28:bot"), (kept.TeamName, kept.Name, kept.TeamId, kept.Tenant, kept.BotId));
        Assert.Equal("https://smba.trafficmanager.net/de/", kept.ServiceUrl);
    }

    [Fact]
    public async Task A_renamed_team_renames_its_channels_alone()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("team", team: null));
        await NoteAsync(Seen("elsewhere", team: "other"));
        await CommitAsync(db => new ChannelStore(db).RenameTeamAsync("team", "Platform", Monday, Cancel));

        Assert.Equal("Platform", (await ReadAsync("ops")).TeamName);
        Assert.Equal("Platform", (await ReadAsync("team")).TeamName);
        Assert.Equal("Operations", (await ReadAsync("elsewhere")).TeamName);
    }

    [Fact]
    public async Task A_paused_team_opens_again_and_what_was_deleted_stays_so()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("old"));
        await CommitAsync(async db =>
        {
            await new ChannelGate(db).LoseAsync("old", "channelDeleted", Monday, Cancel);
            await new ChannelGate(db).PauseTeamAsync("team", "teamArchived", Monday, Cancel);
        });
        Assert.Equal((ChannelStatus.Paused, "teamArchived"), await StatusAsync("ops"));

        await CommitAsync(db => new ChannelGate(db).OpenTeamAsync("team", Monday, Cancel));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("ops"));
        Assert.Equal((ChannelStatus.Gone, "channelDeleted"), await StatusAsync("old"));
    }

    [Fact]
    public async Task A_team_comes_back_with_the_channels_that_went_with_it()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("old"));
        await CommitAsync(db => new ChannelGate(db).LoseAsync("old", "channelDeleted", Monday, Cancel));
        await CommitAsync(db => new ChannelGate(db).LoseTeamAsync("team", "teamDeleted", Monday, Cancel));
        Assert.Equal((ChannelStatus.Gone, "teamDeleted"), await StatusAsync("ops"));

        await CommitAsync(db => new ChannelGate(db).RestoreTeamAsync("team", "teamDeleted", Monday, Cancel));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("ops"));
        Assert.Equal((ChannelStatus.Gone, "channelDeleted"), await StatusAsync("old"));
    }

    [Fact]
    public async Task One_channel_is_paused_lost_and_opened_by_itself()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("dba"));
        await CommitAsync(db => new ChannelGate(db).PauseAsync("ops", "BotDisabledByAdmin", Monday, Cancel));
        Assert.Equal((ChannelStatus.Paused, "BotDisabledByAdmin"), await StatusAsync("ops"));
        await CommitAsync(db => new ChannelGate(db).LoseAsync("ops", "ConversationNotFound", Monday, Cancel));
        await CommitAsync(db => new ChannelGate(db).PauseAsync("ops", "late", Monday, Cancel));
        Assert.Equal((ChannelStatus.Gone, "ConversationNotFound"), await StatusAsync("ops"));
        await CommitAsync(db => new ChannelGate(db).OpenAsync("ops", Monday, Cancel));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("ops"));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("dba"));
    }

    [Fact]
    public async Task A_tenant_is_paused_and_opened_as_a_whole_for_one_reason()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("dba"));
        await NoteAsync(Seen("theirs", tenant: "fabrikam"));
        await CommitAsync(db => new ChannelGate(db).PauseAsync("dba", "teamArchived", Monday, Cancel));

        Assert.Equal(1, await AskAsync(db => new ChannelGate(db).PauseTenantAsync("contoso", "BotDisabledByAdmin", Monday, Cancel)));
        Assert.Equal((ChannelStatus.Paused, "BotDisabledByAdmin"), await StatusAsync("ops"));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("theirs"));

        Assert.Equal(1, await AskAsync(db => new ChannelGate(db).OpenTenantAsync("contoso", "BotDisabledByAdmin", Monday, Cancel)));
        Assert.Equal((ChannelStatus.Open, null), await StatusAsync("ops"));
        Assert.Equal((ChannelStatus.Paused, "teamArchived"), await StatusAsync("dba"));
    }

    [Fact]
    public async Task Paused_tenants_are_known_by_their_reason_with_the_events_they_could_hear_of()
    {
        await NoteAsync(Seen("ops"));
        await NoteAsync(Seen("theirs", tenant: "fabrikam"));
        await NoteAsync(Seen("archived", tenant: "tailspin"));
        await CommitAsync(db => new ChannelGate(db).PauseAsync("archived", "teamArchived", Monday, Cancel));
        foreach (var tenant in (string[])["contoso", "fabrikam"])
            await AskAsync(db => new ChannelGate(db).PauseTenantAsync(tenant, "BotDisabledByAdmin", Monday.AddHours(1), Cancel));
        await CommitAsync(db => FakeAudience.KeepAsync(db, FakeAudience.Declare(Monday, tenant: "contoso"), Monday));

        var paused = await AskAsync(db => new ChannelGate(db).PausedTenantsAsync("BotDisabledByAdmin", Cancel));
        Assert.Equal([("contoso", Monday.AddHours(1), true), ("fabrikam", Monday.AddHours(1), false)], paused.OrderBy(it => it.Tenant));
    }

    [Theory]
    [InlineData("contoso", "https://chat/")]
    [InlineData("fabrikam", "")]
    [InlineData(null, "")]
    public async Task A_channel_without_a_way_gets_that_of_its_team_or_of_the_own_tenant_where_no_team_is_known(string? own, string way)
    {
        await NoteAsync(new Channel { Id = "ops", TeamId = "team" });
        await NoteAsync(new Channel { Id = "elsewhere", TeamId = "other" });
        await NoteAsync(new Channel { Id = "alone" });
        await CommitAsync(async db =>
        {
            await new ConversationStore(db).ArriveAsync(Place("team", "team", "https://team/"), false, Monday, Cancel);
            await new ConversationStore(db).ArriveAsync(Place("chat", null, "https://chat/"), false, Monday.AddDays(1), Cancel);
            await new ConversationStore(db).ArriveAsync(Place("left", null, "https://left/"), false, Monday.AddDays(2), Cancel);
            await new ConversationStore(db).LeaveAsync("left", Monday.AddDays(3), Cancel);
            await new ConversationStore(db).ArriveAsync(
                Place("theirs", null, "https://theirs/", "tailspin"),
                false,
                Monday.AddDays(4),
                Cancel);
        });
        var lost = 0;
        await CommitAsync(async db => lost = await new ChannelStore(db).ReachAllAsync(own, Monday, Cancel));

        var (ops, alone) = (await ReadAsync("ops"), await ReadAsync("alone"));
        Assert.Equal(("https://team/", "28:bot", "contoso", "Operations"), (ops.ServiceUrl, ops.BotId, ops.Tenant, ops.TeamName));
        Assert.Equal((way, way.Length > 0 ? "contoso" : null, null), (alone.ServiceUrl, alone.Tenant, alone.TeamName));
        Assert.Equal(("", null), ((await ReadAsync("elsewhere")).ServiceUrl, (await ReadAsync("elsewhere")).Tenant));
        Assert.Equal(way.Length > 0 ? 1 : 2, lost);
    }

    [Fact]
    public async Task A_bot_that_is_nowhere_reaches_nobody_until_it_comes_to_the_team_or_into_its_own_tenant()
    {
        await NoteAsync(new Channel { Id = "ops", TeamId = "team" });
        await NoteAsync(new Channel { Id = "alone" });
        Assert.Equal(2, await AskAsync(db => new ChannelStore(db).ReachAllAsync("contoso", Monday, Cancel)));

        await ComeAsync(Place("theirs", null, "https://theirs/", "tailspin"), own: "contoso");
        await ComeAsync(Place("local", null, "https://local/"), own: null);
        Assert.Equal(("", ""), (await WayAsync("ops"), await WayAsync("alone")));
        await ComeAsync(Place("chat", null, "https://chat/"), own: "contoso");
        await ComeAsync(Place("second", null, "https://second/"), own: "contoso");
        Assert.Equal(("", "https://chat/"), (await WayAsync("ops"), await WayAsync("alone")));
        await ComeAsync(Place("team", "team", "https://team/", "tailspin"), own: "contoso");
        Assert.Equal(("https://team/", "https://chat/"), (await WayAsync("ops"), await WayAsync("alone")));
    }

    private Task ComeAsync(Conversation place, string? own) =>
        CommitAsync(db => new ChannelStore(db).ReachAsync(place, own, Monday, Cancel));

    private async Task<string> WayAsync(string id) => (await ReadAsync(id)).ServiceUrl;

    private static Channel Seen(string id, string? team = "team", string tenant = "contoso") => new()
    {
        Id = id,
        Tenant = tenant,
        TeamId = team,
        TeamName = "Operations",
        Name = "Ops",
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        BotId = "28:bot",
    };

    private static Conversation Place(string id, string? team, string url, string tenant = "contoso") => new()
    {
        Id = id,
        ConversationId = id,
        Kind = "channel",
        ServiceUrl = url,
        BotId = "28:bot",
        TenantId = tenant,
        TeamId = team,
        TeamName = "Operations",
    };

    private Task NoteAsync(Channel seen) => CommitAsync(db => new ChannelStore(db).NoteAsync(seen, Monday, Cancel));

    private Task<Channel> ReadAsync(string id) => AskAsync(db => db.Channels.SingleAsync(channel => channel.Id == id, Cancel));

    private async Task<(ChannelStatus, string?)> StatusAsync(string id)
    {
        var channel = await ReadAsync(id);
        return (channel.Status, channel.Why);
    }
}
