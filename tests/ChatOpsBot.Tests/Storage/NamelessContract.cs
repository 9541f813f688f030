using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Channels whose names are still to be learned.</summary>
public abstract class NamelessContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task Those_that_follow_and_can_be_written_to_are_looked_for()
    {
        await AddAsync(Seen("nameless"));
        await AddAsync(Seen("named", name: "Ops"));
        await AddAsync(Seen("half", name: "Ops", teamName: null));
        await AddAsync(Seen("idle"), follows: false);
        await AddAsync(Seen("paused", standing: ChannelStatus.Paused));
        await AddAsync(Seen("gone", standing: ChannelStatus.Gone));
        await AddAsync(Seen("far", address: ""));
        await AddAsync(Seen("alone", team: null));
        await AddAsync(Seen("theirs", team: "other"));

        Assert.Equal([new("other", "theirs"), new("team", "half"), new("team", "nameless")], await AllAsync());
        Assert.Equal(
            ["half", "nameless"],
            (await AskAsync(db => new NamelessChannelStore(db).OfTeamAsync("team", Cancel))).Select(channel => channel.Id));
    }

    [Fact]
    public async Task A_name_that_was_told_meanwhile_stays()
    {
        await AddAsync(Seen("ops"));
        await AddAsync(Seen("dba", name: "Databases"));
        await CommitAsync(async db =>
        {
            await new NamelessChannelStore(db).NameAsync("ops", "Ops", Monday, Cancel);
            await new NamelessChannelStore(db).NameAsync("dba", "DBA", Monday, Cancel);
        });

        Assert.Equal(
            ["Databases", "Ops"],
            await AskAsync(db => db.Channels.OrderBy(channel => channel.Id).Select(channel => channel.Name).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_team_gives_its_name_to_its_channels_and_its_place_where_none_stands()
    {
        await AddAsync(Seen("ops", teamName: null));
        await AddAsync(Seen("dba", teamName: "Platform"));
        await AddAsync(Seen("theirs", team: "other", teamName: null));
        await CommitAsync(db =>
            new ConversationStore(db).ArriveAsync(
                new Conversation
                {
                    Id = "team",
                    ConversationId = "team",
                    Kind = "channel",
                    ServiceUrl = "https://team/",
                    BotId = "28:bot",
                    TeamId = "team",
                },
                false,
                Monday,
                Cancel));
        await CommitAsync(db => new NamelessChannelStore(db).NameTeamAsync("team", "Operations", Monday, Cancel));

        Assert.Equal(
            ["Platform", "Operations", null],
            await AskAsync(db => db.Channels.OrderBy(channel => channel.Id).Select(channel => channel.TeamName).ToListAsync(Cancel)));
        Assert.Equal("Operations", await AskAsync(db => db.Conversations.Select(place => place.TeamName).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Only_a_General_channel_without_a_name_of_its_own_is_called_in_each_language()
    {
        await AddAsync(Seen("team", name: Channel.General));
        await AddAsync(Seen("ops", name: Channel.General));
        await AddAsync(Seen("other", team: "other", name: "Lobby"));

        var general = await AskAsync(async db =>
            (await db.Channels.ToListAsync(Cancel)).Where(channel => channel.IsGeneral).Select(channel => channel.Id));
        Assert.Equal(["team"], general);
    }

    private Task<List<NamelessChannel>> AllAsync() =>
        AskAsync(async db =>
        {
            var all = new List<NamelessChannel>();
            await foreach (var channel in new NamelessChannelStore(db).AllAsync().WithCancellation(Cancel))
                all.Add(channel);
            return all.OrderBy(channel => channel.TeamId, StringComparer.Ordinal)
                .ThenBy(channel => channel.Id, StringComparer.Ordinal)
                .ToList();
        });

    private Task AddAsync(Channel channel, bool follows = true) => CommitAsync(db =>
    {
        db.Channels.Add(channel);
        if (follows)
            db.Subscriptions.Add(new() { ChannelId = channel.Id, System = "LPAR1", At = Monday });
    });

    private static Channel Seen(
        string id,
        string? name = null,
        string? team = "team",
        string? teamName = "Operations",
        string address = "https://smba.trafficmanager.net/emea/",
        ChannelStatus standing = ChannelStatus.Open) =>
        new() { Id = id, Name = name, TeamId = team, TeamName = teamName, ServiceUrl = address, Status = standing, ChangedAt = Monday };
}
