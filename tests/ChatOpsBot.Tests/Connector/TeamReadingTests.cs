using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What a team and its channels are called, read from Teams.</summary>
public sealed class TeamReadingTests
{
    private const string Team = "19:team@thread.tacv2";

    private static readonly ConversationReference Near = new()
    {
        ServiceUrl = ActivityJson.ServiceUrl,
        ConversationId = Team,
        TenantId = ActivityJson.TenantId,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Channels_are_read_by_id_and_name_and_the_General_one_has_none()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.AddTeam(Team, "Operations", ("19:dr@thread.tacv2", "DR room"));

        var outcome = await bot.Teams.ChannelsAsync(Near, Team, Stop);

        Assert.Equal([new(Team, null), new("19:dr@thread.tacv2", "DR room")], Assert.IsType<ChannelsOutcome.Read>(outcome).Channels);
        var call = Assert.Single(teams.Received);
        Assert.Equal(
            ("GET", "/emea/v3/teams/19%3Ateam%40thread.tacv2/conversations", "Bearer bot-token-1"),
            (call.Method, call.Target, call.Authorization));
    }

    [Fact]
    public async Task A_team_is_read_by_its_name()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.AddTeam(Team, "Operations");

        Assert.Equal(new TeamOutcome.Read("Operations"), await bot.Teams.TeamAsync(Near, Team, Stop));
        Assert.Equal("/emea/v3/teams/19%3Ateam%40thread.tacv2", Assert.Single(teams.Received).Target);
    }

    [Fact]
    public async Task A_team_that_Teams_does_not_know_is_told_as_such()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        var channels = Assert.IsType<ChannelsOutcome.Failed>(await bot.Teams.ChannelsAsync(Near, Team, Stop));
        var team = Assert.IsType<TeamOutcome.Failed>(await bot.Teams.TeamAsync(Near, Team, Stop));
        Assert.All([channels.Why, team.Why], why => Assert.Equal("ConversationNotFound", Assert.IsType<SendOutcome.Refused>(why).Code));
        Assert.Equal(2, teams.Received.Count);
    }

    [Fact]
    public async Task A_throttle_says_how_long_Teams_asks_to_wait()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Always(FakeFault.Throttle("60"));

        var failed = Assert.IsType<ChannelsOutcome.Failed>(await bot.Teams.ChannelsAsync(Near, Team, Stop));

        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<SendOutcome.Throttled>(failed.Why).RetryAfter);
        Assert.Single(teams.Received);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_in_time()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Always(FakeFault.Hang());

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.ChannelsAsync(Near, Team, Stop), stepMilliseconds: 1000);
        Assert.IsType<ChannelsOutcome.Failed>(outcome);
    }

    [Theory]
    [InlineData("""{"conversations":[{"name":"no id"},7,null,{"id":"19:dr@thread.tacv2","name":7,"more":[]},{"id":""}]}""", 1)]
    [InlineData("""{"conversations":"none"}""", 0)]
    [InlineData("""[]""", 0)]
    [InlineData("""no JSON""", 0)]
    public async Task What_cannot_be_read_is_passed_over(string answer, int channels)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Always(FakeFault.Answer(answer));

        var read = Assert.IsType<ChannelsOutcome.Read>(await bot.Teams.ChannelsAsync(Near, Team, Stop)).Channels;
        Assert.Equal(channels, read.Count);
        Assert.All(read, channel => Assert.Null(channel.Name));
        Assert.Equal(new TeamOutcome.Read(null), await bot.Teams.TeamAsync(Near, Team, Stop));
    }
}
