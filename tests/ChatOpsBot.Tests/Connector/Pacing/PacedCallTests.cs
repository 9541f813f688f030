using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>Every call of the bot keeps the pace, tries among them.</summary>
public sealed class PacedCallTests
{
    private static readonly ConversationReference Chat = new()
    {
        ServiceUrl = ActivityJson.ServiceUrl,
        ConversationId = "a:ana",
        TenantId = ActivityJson.TenantId,
    };
    private static readonly OutgoingActivity Hello = OutgoingActivity.OfText("Hello.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_answers_in_one_chat_than_Teams_allows_wait_for_room()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var sending = Enumerable.Range(0, 8).Select(_ => bot.Teams.SendAsync(Chat, Hello, Stop)).ToList();

        var first = sending.Take(7).ToList();
        await Task.WhenAll(first);
        Assert.Equal(7, teams.Received.Count);

        Assert.IsType<SendOutcome.Sent>(await bot.Clock.RunUntilDone(sending[7]));
        Assert.Equal(8, teams.Messages.Count);
    }

    [Fact]
    public async Task After_a_throttle_nothing_is_sent_there_for_as_long_as_Teams_asked()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var teams = await FakeTeams.StartAsync(clock);
        await using var bot = await WiredBot.StartAsync(teams, clock);
        teams.Next(FakeFault.Throttle("8"));

        Assert.IsType<SendOutcome.Throttled>(await bot.Teams.SendAsync(Chat, Hello, Stop));
        Assert.IsType<SendOutcome.Sent>(await clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop)));

        Assert.True(teams.Received[1].At - teams.Received[0].At >= TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_a_chat_that_rests_for_an_hour()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Throttle("3000"));
        await bot.Teams.SendAsync(Chat, Hello, Stop);

        var held = Assert.IsType<SendOutcome.Throttled>(await bot.Teams.SendAsync(Chat, Hello, Stop));

        Assert.Equal(TimeSpan.FromSeconds(3000), held.RetryAfter);
        Assert.Single(teams.Received);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_call_that_is_made_once_is_neither_held_nor_tried_again(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        foreach (var _ in Enumerable.Range(0, 20))
            Assert.IsType<SendOutcome.Sent>(await bot.Teams.Once.SendAsync(Chat, Hello, Stop));
        teams.Next(FakeFault.Refuse(status));

        Assert.IsNotType<SendOutcome.Sent>(await bot.Teams.Once.UpdateAsync(Chat, "1", Hello, Stop));
        Assert.Equal(21, teams.Received.Count);
    }

    [Fact]
    public async Task How_a_call_that_is_made_once_ends_the_pace_hears_all_the_same()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Throttle("7"));

        await bot.Teams.Once.CreateThreadAsync(Chat, "19:dr@thread.tacv2", Hello, Stop);

        Assert.Equal(TimeSpan.FromSeconds(7), bot.Pace.HeldFor(PacedPlace.New(Chat, "19:dr@thread.tacv2")));
        Assert.Equal(TimeSpan.Zero, bot.Pace.HeldFor(PacedPlace.Of(Chat)));
    }

    [Fact]
    public async Task How_long_a_busy_Teams_asks_to_wait_is_handed_on()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(new FakeFault(http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.RetryAfter = "30";
            return Task.CompletedTask;
        }));

        var unknown = Assert.IsType<SendOutcome.UnknownEnd>(await bot.Teams.UpdateAsync(Chat, "1", Hello, Stop));

        Assert.Equal((503, TimeSpan.FromSeconds(30)), (unknown.Status, unknown.RetryAfter));
        Assert.Single(teams.Received);
    }
}
