using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>The bot's own token: who gets it, and how often it is asked for.</summary>
public sealed class BotTokenTests
{
    private static readonly ConversationReference Chat = new() { ServiceUrl = ActivityJson.ServiceUrl, ConversationId = "a:ana" };
    private static readonly OutgoingActivity Hello = OutgoingActivity.OfText("Hello.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_reference_to_an_unlisted_host_gets_neither_call_nor_token()
    {
        await using var stranger = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync();
        string[] addresses = [stranger.ServiceUrl, "https://evil.example/", "http://smba.trafficmanager.net/emea/", ""];

        foreach (var address in addresses)
        {
            var outcome = await bot.Teams.SendAsync(Chat with { ServiceUrl = address }, Hello, Stop);
            Assert.Equal(Refusal.HostNotAllowed, Assert.IsType<SendOutcome.Refused>(outcome).Why);
        }

        Assert.Empty(stranger.Received);
        Assert.Equal(0, bot.SignIn.Issued);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var stranger = await FakeTeams.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Redirect(status, stranger.ServiceUrl));

        var outcome = await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.Equal(Refusal.Other, Assert.IsType<SendOutcome.Refused>(outcome).Why);
        Assert.Empty(stranger.Received);
    }

    [Fact]
    public async Task One_token_serves_until_shortly_before_it_expires()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);

        await bot.Teams.SendAsync(Chat, Hello, Stop);
        bot.Clock.Advance(TimeSpan.FromMinutes(54));
        await bot.Teams.SendAsync(Chat, Hello, Stop);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-1", "Bearer bot-token-2"], teams.Received.Select(it => it.Authorization));
    }

    [Fact]
    public async Task Many_senders_wait_for_one_refresh()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        var entra = new TaskCompletionSource();
        bot.SignIn.Delay = entra.Task;

        var sending = Enumerable
            .Range(0, 30)
            .Select(number => bot.Teams.SendAsync(Chat with { ConversationId = $"a:{number}" }, Hello, Stop))
            .ToArray();
        entra.SetResult();
        await Task.WhenAll(sending);

        Assert.Equal(1, bot.SignIn.Issued);
        Assert.Equal(30, teams.Messages.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        bot.SignIn.IsDown = true;

        var outcome = await bot.Clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop));

        Assert.IsType<SendOutcome.Unreachable>(outcome);
        Assert.Empty(teams.Received);
    }

    [Fact]
    public async Task Entra_that_hangs_is_given_up_after_the_time_limit()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        bot.SignIn.Delay = new TaskCompletionSource().Task;

        Assert.IsType<SendOutcome.Unreachable>(await bot.Clock.RunUntilDone(bot.Teams.SendAsync(Chat, Hello, Stop)));
    }

    [Fact]
    public async Task An_old_token_serves_on_while_Entra_is_down()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        await bot.Teams.SendAsync(Chat, Hello, Stop);
        bot.SignIn.IsDown = true;
        bot.Clock.Advance(TimeSpan.FromMinutes(57));

        Assert.IsType<SendOutcome.Sent>(await bot.Teams.SendAsync(Chat, Hello, Stop));
    }

    [Fact]
    public async Task A_token_that_Teams_refuses_is_not_used_again()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await WiredBot.StartAsync(teams);
        teams.Next(FakeFault.Refuse(401));

        await bot.Teams.SendAsync(Chat, Hello, Stop);
        await bot.Teams.SendAsync(Chat, Hello, Stop);

        Assert.Equal("Bearer bot-token-2", teams.Received[1].Authorization);
    }
}
