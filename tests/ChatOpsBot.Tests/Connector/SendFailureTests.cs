using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>How calls to Teams end when they do not end well.</summary>
public sealed class SendFailureTests
{
    private static readonly ConversationReference Chat = new() { ServiceUrl = ActivityJson.ServiceUrl, ConversationId = "a:ana" };
    private static readonly OutgoingActivity Hello = OutgoingActivity.OfText("Hello.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "Bad Argument", null, Refusal.BadRequest)]
    [InlineData(401, "BotNotRegistered", null, Refusal.BotNotRegistered)]
    [InlineData(403, "BotDisabledByAdmin", null, Refusal.DisabledByAdmin)]
    [InlineData(403, "BotNotInConversationRoster", null, Refusal.BotNotInRoster)]
    [InlineData(403, "ConversationBlockedByUser", null, Refusal.BlockedByUser)]
    [InlineData(403, "Forbidden", "MessageWritesBlocked", Refusal.BlockedByUser)]
    [InlineData(403, "InvalidBotApiHost", null, Refusal.WrongCloud)]
    [InlineData(403, "NotEnoughPermissions", null, Refusal.NotPermitted)]
    [InlineData(403, null, null, Refusal.NotPermitted)]
    [InlineData(404, "ActivityNotFoundInConversation", null, Refusal.ActivityGone)]
    [InlineData(404, "ConversationNotFound", null, Refusal.ConversationGone)]
    [InlineData(404, null, null, Refusal.Other)]
    [InlineData(413, "MessageSizeTooBig", null, Refusal.TooBig)]
    [InlineData(405, null, null, Refusal.Other)]
    public async Task A_refusal_is_named_and_not_tried_again(int status, string? code, string? subCode, Refusal why)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Refuse(status, code, subCode));

        var refused = Assert.IsType<SendOutcome.Refused>(await bot.Teams.SendAsync(Chat, Hello, Stop));

        Assert.Equal((why, status), (refused.Why, refused.Status));
        Assert.Single(teams.Received);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_post_whose_end_is_unknown_is_not_tried_again(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Refuse(status));

        var outcome = await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.Equal(status, Assert.IsType<SendOutcome.UnknownEnd>(outcome).Status);
        Assert.Single(teams.Received);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_answer_is_sent_again_because_somebody_waits_for_it(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Refuse(status));

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.Answering.ReplyAsync(Chat, "1", Hello, Stop));

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Single(teams.Messages);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    public async Task A_post_that_was_not_done_is_tried_again(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Refuse(status), FakeFault.Refuse(status));

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop));

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Single(teams.Messages);
        Assert.Equal(3, teams.Received.Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_update_is_tried_again_because_twice_does_no_harm(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var sent = (SendOutcome.Sent)await bot.Teams.SendAsync(Chat, Hello, Stop);
        teams.Next(FakeFault.Refuse(status), FakeFault.DropAfterAccepting());

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.UpdateAsync(Chat, sent.ActivityId!, OutgoingActivity.OfText("two"), Stop));

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Equal("two", teams.Messages[0].Text);
    }

    // The SDK's client by itself repeats a POST: four requests for one 503, more than thirty for one 429.
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_attempt_is_one_request_whatever_the_call(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Always(FakeFault.Refuse(status));
        var once = bot.Teams.Once;

        SendOutcome[] outcomes =
        [
            await once.SendAsync(Chat, Hello, Stop),
            await once.ReplyAsync(Chat, "1", Hello, Stop),
            await once.UpdateAsync(Chat, "1", Hello, Stop),
            await once.DeleteAsync(Chat, "1", Stop),
            await once.CreateThreadAsync(Chat, "19:dr@thread.tacv2", Hello, Stop),
            await once.CreatePersonalAsync(Chat, "29:ana", Stop),
        ];

        Assert.All(outcomes, outcome => Assert.True(outcome is SendOutcome.Throttled or SendOutcome.UnknownEnd));
        Assert.Equal(["POST", "POST", "PUT", "DELETE", "POST", "POST"], teams.Received.Select(it => it.Method));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"id":7}""")]
    public async Task Of_a_message_that_Teams_accepted_without_a_readable_id_the_end_is_unknown_and_it_is_not_sent_again(string answer)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Always(FakeFault.Answer(answer));

        Assert.IsType<SendOutcome.UnknownEnd>(await bot.Teams.SendAsync(Chat, Hello, Stop));
        Assert.Single(teams.Received);
    }

    [Fact]
    public async Task Trying_again_has_an_end()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.RefuseEverything();

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.DeleteAsync(Chat, "1", Stop));

        Assert.Equal(503, Assert.IsType<SendOutcome.UnknownEnd>(outcome).Status);
        Assert.Equal(4, teams.Received.Count);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("Mon, 23 Nov 2026 08:00:03 GMT")]
    public async Task A_throttle_is_waited_out_as_long_as_Teams_asks(string retryAfter)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var teams = await FakeTeams.StartAsync(clock);
        await using var bot = await WiredBot.StartAsync(teams, clock);
        teams.Next(FakeFault.Throttle(retryAfter));

        var sending = bot.Teams.SendAsync(Chat, Hello, Stop);
        await teams.NextCallAsync(Stop);
        Assert.IsType<SendOutcome.Sent>(await bot.Clock.RunUntilDone(sending));

        Assert.True(teams.Received[1].At - teams.Received[0].At >= TimeSpan.FromSeconds(3) - TimeSpan.FromMilliseconds(500));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("3600")]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT")]
    public async Task A_throttle_longer_than_the_limit_is_handed_back(string retryAfter)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Throttle(retryAfter));

        var outcome = await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.True(Assert.IsType<SendOutcome.Throttled>(outcome).RetryAfter > TimeSpan.FromSeconds(5));
        Assert.Single(teams.Received);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_as_unknown_within_its_limit()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Hang());
        var begin = bot.Clock.GetUtcNow();

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop), stepMilliseconds: 1000);

        Assert.IsType<SendOutcome.UnknownEnd>(outcome);
        Assert.InRange(bot.Clock.GetUtcNow() - begin, WiredBot.CallTimeLimit, WiredBot.CallTimeLimit + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_connection_lost_after_the_message_stands_ends_as_unknown_and_doubles_nothing()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.DropAfterAccepting());

        var outcome = await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.IsType<SendOutcome.UnknownEnd>(outcome);
        Assert.Single(teams.Messages);
    }

    [Fact]
    public async Task Nobody_listening_is_told_apart_from_an_unknown_end()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        await teams.GoAwayAsync();

        Assert.IsType<SendOutcome.Unreachable>(await bot.Clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop)));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_heard()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        using var caller = new CancellationTokenSource();
        teams.Next(FakeFault.Hang());

        var sending = bot.Teams.SendAsync(Chat, Hello, caller.Token);
        await teams.NextCallAsync(Stop);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }
}
