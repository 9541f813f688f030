using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Security;

/// <summary>Whoever gets privileged access is known by object id where that can be, and never approves it.</summary>
public sealed class BeneficiaryTests
{
    private const string Dora = "0d0d0d0d-0000-0000-0000-00000000000d";
    private const string Asked = "associate JSMITH with PAM profile OPSADM on LPAR1";
    private const string Ended = " (identity confirmed by Teams)";

    private static readonly (string, string)[] Settings =
    [
        ("Approvals:Roles:pam-approver:0", "aad-ben"),
        ("Approvals:Roles:pam-approver:1", "aad-carla"),
        ("Approvals:Roles:pam-approver:2", Dora),
    ];

    private static int _ids = 7000;

    [Theory]
    [InlineData($"{Asked} for @ben")]
    [InlineData($"give @ben PAM profile OPSADM on LPAR1, he signs on as JSMITH")]
    [InlineData($"@ben needs PAM profile OPSADM on LPAR1, user profile JSMITH")]
    public async Task A_colleague_who_is_mentioned_is_known_by_id_and_may_not_approve(string said)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {said}");
        var waiting = await SendAsync(bot, "ana");

        Assert.Equal("aad-ben\nBen", waiting.Entries["beneficiary"].Value);
        Assert.Equal(RequestState.AwaitingApproval, waiting.State);
        Assert.DoesNotContain(bot.Teams.Messages, message => message.ConversationId == "a:29:ben" && message.Card is not null);
        Assert.Contains("This request is for you", await SaysAsync(bot, "ben", $"@bot approve {waiting.Key}"), StringComparison.Ordinal);
        await ApproveAsync(bot, "carla", waiting.Key);
        Assert.Equal(["aad-carla"], (await bot.RequestAsync()).Decisions.Select(it => it.By.Id));
        Assert.Contains("Person behind the user profile: Ben" + Ended, await TicketAsync(bot), StringComparison.Ordinal);
        Assert.Contains("beneficiary aad-ben", await AuditAsync(bot, "confirmed"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@ben please help: " + Asked)]
    [InlineData(Asked + " please @ben")]
    public async Task Whoever_is_only_called_gets_nothing(string said)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {said}");
        Assert.False((await bot.RequestAsync()).Entries.ContainsKey("beneficiary"));
    }

    [Fact]
    public async Task The_answer_to_the_question_may_be_a_mention_and_another_one_later()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {Asked}");
        await SaysAsync(bot, "ana", "@bot change person to Ben");
        Assert.Equal("\nBen", (await bot.RequestAsync()).Entries["beneficiary"].Value);
        await SaysAsync(bot, "ana", "@bot change person");
        await SaysAsync(bot, "ana", "@bot it is for @ben");
        Assert.Equal("aad-ben\nBen", (await bot.RequestAsync()).Entries["beneficiary"].Value);
        await SaysAsync(bot, "ana", "@bot person: myself");
        Assert.Equal("aad-ana\nAna", (await bot.RequestAsync()).Entries["beneficiary"].Value);
    }

    [Fact]
    public async Task A_name_alone_needs_two_people_and_says_so()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {Asked}");
        await SaysAsync(bot, "ana", "@bot person: Ben");
        var waiting = await SendAsync(bot, "ana");
        await ApproveAsync(bot, "ben", waiting.Key);
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        await ApproveAsync(bot, "carla", waiting.Key);
        Assert.Contains("Person behind the user profile: Ben (by name only)", await TicketAsync(bot), StringComparison.Ordinal);
        Assert.Contains("beneficiary only-named", await AuditAsync(bot, "confirmed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_does_not_answer_a_mention_is_a_name_alone_and_can_be_tried_again()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {Asked}");
        bot.Teams.NextLookup(FakeFault.Refuse(500));
        Assert.Contains("Teams did not tell me who Ben is", await SaysAsync(bot, "ana", "@bot person: @ben"), StringComparison.Ordinal);
        Assert.Equal("\nBen", (await bot.RequestAsync()).Entries["beneficiary"].Value);
        await SaysAsync(bot, "ana", "@bot person: @ben");
        Assert.Equal("aad-ben\nBen", (await bot.RequestAsync()).Entries["beneficiary"].Value);
    }

    [Fact]
    public async Task A_guest_may_get_access_and_approvers_read_that()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ana", $"@bot {Asked} for @guest");
        var waiting = await SendAsync(bot, "ana");
        Assert.Equal("aad-guest\nGuest\nguest", waiting.Entries["beneficiary"].Value);
        var card = bot.Teams.Messages.Last(message => message.ConversationId == "a:29:carla").Card!.ToJsonString();
        Assert.Contains("Guest is a guest or belongs to another organisation.", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19:team@thread.tacv2", "Dora", "Dora" + Ended)]
    [InlineData("19:elsewhere@thread.tacv2", "", $"Account {Dora} (not confirmed by Teams)")]
    public async Task Whoever_is_chosen_in_a_personal_chat_is_looked_up_in_the_teams_of_the_bot(string place, string name, string shown)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        bot.Teams.AddPerson(Dora, "Dora", "user", place);
        await bot.DeliverAsync(ChatActivity.Installed(new ChatPlace("#dr", "ana", "en-US"), "i1", "add"));
        await ChooseAsync(bot, Dora);
        Assert.Equal($"{Dora}\n{name}", (await bot.RequestAsync()).Entries["beneficiary"].Value);

        await bot.Colleague("ana").SaysAsync("send it");
        await bot.SettleAsync();
        var waiting = await bot.RequestAsync();
        Assert.DoesNotContain(bot.Teams.Messages, message => message.ConversationId.Contains(Dora, StringComparison.Ordinal));
        await ApproveAsync(bot, "carla", waiting.Key);
        Assert.Contains($"Person behind the user profile: {shown}", await TicketAsync(bot), StringComparison.Ordinal);
        Assert.Contains($"beneficiary {Dora}", await AuditAsync(bot, "confirmed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_sends_as_the_chosen_person_is_an_object_id_or_nothing()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var ana = await ChooseAsync(bot, "carla@example.com");
        Assert.Null((await bot.RequestAsync()).Entries["beneficiary"].Value);
        Assert.Contains("I cannot tell who was chosen", ana.Answer.InWords(), StringComparison.Ordinal);
    }

    // The card of a request in a personal chat, filled in but for who it is for.
    private static async Task<Colleague> ChooseAsync(RunningBot bot, string chosen)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Asked);
        await ana.PressesAsync(
            "Review",
            null,
            ("hours", "Mon-Fri 08:00-18:00"),
            ("justification", "Quarter-end cleanup of the job queues"),
            ("person.beneficiary", chosen));
        return ana;
    }

    private static async Task<Request> SendAsync(RunningBot bot, string who)
    {
        await SaysAsync(bot, who, "@bot change hours to Mon-Fri 08:00-18:00");
        await SaysAsync(bot, who, "@bot justification: Quarter-end cleanup of the job queues");
        await SaysAsync(bot, who, "@bot send it");
        await bot.SettleAsync();
        return await bot.RequestAsync();
    }

    private static async Task ApproveAsync(RunningBot bot, string who, string key)
    {
        var colleague = bot.Colleague(who);
        await colleague.SaysAsync($"approve {key}");
        await colleague.PressesAsync("Approve");
        await bot.SettleAsync();
    }

    private static async Task<string> TicketAsync(RunningBot bot) => Assert.Single(await bot.TicketsAsync()).Body;

    private static async Task<string> AuditAsync(RunningBot bot, string what)
    {
        var request = await bot.RequestAsync();
        var history = await bot.ReadAsync(db => new RequestStore(db)
            .HistoryAsync(request.Id, TestContext.Current.CancellationToken));
        return history.Last(entry => entry.What == what).Detail ?? "";
    }

    private static async Task<string> SaysAsync(RunningBot bot, string who, string said)
    {
        await bot.DeliverAsync(ChatActivity.Said(new ChatPlace("#dr", who, "en-US"), $"{Interlocked.Increment(ref _ids)}", said));
        var answer = bot.Teams.Messages[^1];
        return answer.Text ?? answer.Card?.ToJsonString() ?? "";
    }
}
