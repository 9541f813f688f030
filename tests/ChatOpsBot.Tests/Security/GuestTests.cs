using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Security;

/// <summary>Guests, as the record of a member has it: what they send says nothing of it.</summary>
public sealed class GuestTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Approvals:RequiredFor:0", "restore"),
        .. from role in (string[])["restore-approver", "pam-approver", "dr-authority", "dr-coordinator", "administrator"]
           from person in (string[])["aad-ben", "aad-carla", "aad-guest", "aad-partner"]
           select ($"Approvals:Roles:{role}:{person}", person),
    ];

    private static int _ids = 8000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("guest", false)]
    [InlineData("partner", false)]
    [InlineData("ben", true)]
    public async Task A_guest_approves_no_request_whatever_settings_list(string who, bool may)
    {
        await using var bot = await WaitingAsync();
        var key = (await bot.RequestAsync()).Key;
        var colleague = bot.Colleague(who);
        await colleague.SaysAsync($"approve {key}");
        // The card was sent to all who are listed.
        await colleague.PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Equal(may ? 1 : 0, (await bot.RequestAsync()).Decisions.Count);
        Assert.Equal(may, !colleague.Texts.Any(text => text.Contains($"cannot find a request {key}", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("guest", false)]
    [InlineData("partner", false)]
    [InlineData("ben", true)]
    public async Task A_guest_moves_no_event_and_lets_no_channel_follow(string who, bool may)
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Settings]);
        await bot.Colleague("ana").SaysAsync("declare a failover for LPAR1: power is gone");
        var drEvent = await EventAsync(bot);
        var press = ActivityJson.Press("event.step", new()
        {
            ["event"] = drEvent.Id.ToString("N"),
            ["version"] = "1",
            ["to"] = "Approved",
        });
        press["from"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"29:{who}", ["name"] = who, ["aadObjectId"] = $"aad-{who}" };
        await bot.DeliverAsync(press);
        Assert.Equal(may ? RecoveryState.Approved : RecoveryState.Declared, (await EventAsync(bot)).State);

        await SaysAsync(bot, who, "@bot follow LPAR1");
        Assert.Equal(may ? 1 : 0, await bot.ReadAsync(db => Task.FromResult(db.Subscriptions.Count())));
    }

    [Fact]
    public async Task Teams_is_asked_once_in_half_an_hour_and_for_no_question()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Settings]);
        foreach (var question in (string[])["@bot who applies PTFs?", "@bot my requests", "@bot DR events", "@bot what do we follow?"])
            await SaysAsync(bot, "ben", question);
        Assert.Equal(0, Lookups(bot));

        await SaysAsync(bot, "ben", "@bot follow LPAR1");
        await SaysAsync(bot, "ben", "@bot declare a drill for LPAR2");
        await SaysAsync(bot, "ben", "@bot who may approve?");
        Assert.Equal(1, Lookups(bot));
        bot.Clock.Advance(TimeSpan.FromMinutes(31));
        await SaysAsync(bot, "ben", "@bot follow LPAR1DR");
        Assert.Equal(2, Lookups(bot));
    }

    [Fact]
    public async Task While_Teams_does_not_answer_whoever_is_listed_acts_and_waits_once()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Settings]);
        bot.Teams.NextLookup(FakeFault.Refuse(500));
        await SaysAsync(bot, "ben", "@bot follow LPAR1");
        await SaysAsync(bot, "ben", "@bot follow LPAR1DR");
        Assert.Equal(2, await bot.ReadAsync(db => Task.FromResult(db.Subscriptions.Count())));
        Assert.Equal(1, Lookups(bot));
        Assert.Contains("pam-approver", await SaysAsync(bot, "ben", "@bot who may approve?"), StringComparison.Ordinal);

        bot.Teams.NextLookup(FakeFault.Refuse(500));
        Assert.Contains("Please ask again in a minute", await SaysAsync(bot, "eve", "@bot who may approve?"), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("pam-approver", await SaysAsync(bot, "eve", "@bot who may approve?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_waits_four_seconds_for_that_at_most()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Settings]);
        bot.Teams.NextLookup(FakeFault.Hang());
        var turn = SaysAsync(bot, "ben", "@bot follow LPAR1");
        while (Lookups(bot) == 0)
            await Task.Delay(10, Cancel);
        bot.Clock.Advance(TimeSpan.FromSeconds(4));
        await turn;
        Assert.Equal(1, await bot.ReadAsync(db => Task.FromResult(db.Subscriptions.Count())));
    }

    [Theory]
    [InlineData("who may approve?")]
    [InlineData("who has pam-approver?")]
    [InlineData("grant pam-approver to @ana")]
    public async Task A_guest_reads_no_names_of_approvers(string said)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ben", "@bot grant dr-operator to @ana");
        var answer = await SaysAsync(bot, "guest", $"@bot {said}");
        Assert.Contains("Only members of this company", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approvers_read_that_whoever_asks_for_access_is_a_guest()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "guest", "@bot associate JSMITH with PAM profile OPSADM on LPAR1");
        await SaysAsync(bot, "guest", "@bot Mon-Fri 08:00-18:00");
        await SaysAsync(bot, "guest", "@bot Quarter-end cleanup of the job queues");
        await SaysAsync(bot, "guest", "@bot send it");
        await bot.SettleAsync();
        Assert.Contains("Guest is a guest or belongs to another organisation.", bot.CardsOf("carla")[^1].Card.InWords(), StringComparison.Ordinal);
    }

    // Ana's restore waits for an approval, and everybody listed has its card.
    private static async Task<RunningBot> WaitingAsync()
    {
        var bot = await RunningBot.StartAsync(Settings);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        return bot;
    }

    private static int Lookups(RunningBot bot) =>
        bot.Teams.Received.Count(call => call.Target.Contains("/members/", StringComparison.Ordinal));

    private static async Task<RecoveryEvent> EventAsync(RunningBot bot) => Assert.Single(
        await bot.ReadAsync(db => new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 10, Cancel)));

    private static async Task<string> SaysAsync(RunningBot bot, string who, string said)
    {
        await bot.DeliverAsync(ChatActivity.Said(new ChatPlace("#dr", who, "en-US"), $"{Interlocked.Increment(ref _ids)}", said));
        var answer = bot.Teams.Messages[^1];
        return answer.Text ?? answer.Card?.ToJsonString() ?? "";
    }
}
