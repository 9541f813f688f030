using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>A request that needs a second person finds those who may be that.</summary>
public sealed class ApproverTests
{
    private static readonly (string, string)[] Listed =
    [
        ("Approvals:RequiredFor:0", "restore"),
        ("Approvals:Roles:restore-approver:0", "aad-eva"),
        ("Approvals:Roles:restore-approver:1", "aad-ana"),
    ];

    [Fact]
    public async Task Approvers_get_the_card_the_owner_the_ticket_and_the_other_cards_the_news()
    {
        await using var bot = await RunningBot.StartAsync([.. Listed, ("Approvals:Roles:restore-approver:2", "aad-ben")]);
        var (ana, eva, ben) = (await bot.WithRiskyReviewAsync(), bot.Colleague("eva"), bot.Colleague("ben"));
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        Assert.Empty(await bot.TicketsAsync());

        await eva.PressesAsync("Approve");
        await bot.SettleAsync();
        var number = Assert.Single(await bot.TicketsAsync()).Number;
        Assert.Contains(number, eva.Answer.InWords(), StringComparison.Ordinal);
        Assert.Contains(number, ben.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Contains(number, ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Contains(ana.Texts, text => text.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_approvers_at_once_make_one_ticket_and_the_second_sees_how_it_stands()
    {
        await using var bot = await RunningBot.StartAsync([.. Listed, ("Approvals:Roles:restore-approver:2", "aad-ben")]);
        var (ana, eva, ben) = (await bot.WithRiskyReviewAsync(), bot.Colleague("eva"), bot.Colleague("ben"));
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        await Task.WhenAll(eva.PressesAsync("Approve"), ben.PressesAsync("Approve"));
        await bot.SettleAsync();

        // The turn that came second does not wait for the desk, which may still be at it.
        for (var look = 0; look < 100 && (await bot.TicketsAsync()).Count == 0; look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await bot.SettleAsync();
        }

        Assert.Single(await bot.TicketsAsync());
        Assert.Single((await bot.RequestAsync()).Decisions);
    }

    [Fact]
    public async Task An_approver_who_uses_the_bot_is_asked_in_the_chat_that_is_there()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        await bot.DeliverAsync(ChatActivity.Installed(new ChatPlace(ChatPlace.Personal, "eva", "en-US"), "1", "add"));
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();

        Assert.DoesNotContain(bot.Teams.Received, call => call.Target.EndsWith("/v3/conversations", StringComparison.Ordinal));
        Assert.Contains("approve", bot.Colleague("eva").Card.Card.InWords(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_gets_the_card_twice_because_another_could_not_be_reached_at_first()
    {
        await using var bot = await RunningBot.StartAsync([.. Listed, ("Approvals:Roles:restore-approver:2", "aad-ben")]);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        // The chat with Eva is opened and the card sent; the one with Ben is not opened.
        bot.Teams.Next(FakeFault.None(), FakeFault.None(), FakeFault.Refuse(500));
        await bot.SettleAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await bot.SettleAsync();

        Assert.Single(bot.CardsOf("eva"));
        Assert.Single(bot.CardsOf("ben"));
        Assert.Empty(ana.Texts);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_told_to_the_owner()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        bot.Teams.Next(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await bot.SettleAsync();
        Assert.Contains("could not reach", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_answer_is_reminded_and_then_the_role_above_is_asked()
    {
        await using var bot = await RunningBot.StartAsync([
            .. Listed,
            ("Approvals:Roles:management:0", "aad-max"),
            ("Approvals:EscalateTo", "management"),
        ]);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        Assert.Empty(bot.CardsOf("max"));

        bot.Clock.Advance(TimeSpan.FromMinutes(16));
        await bot.SettleAsync();
        Assert.Equal(2, bot.CardsOf("eva").Count);
        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        await bot.SettleAsync();
        Assert.Single(bot.CardsOf("max"));
        Assert.Contains("the next approvers", Assert.Single(ana.Texts), StringComparison.Ordinal);

        await bot.Colleague("max").PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Single(await bot.TicketsAsync());
    }

    [Fact]
    public async Task A_reminder_of_what_was_decided_or_changed_meanwhile_is_not_sent()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        await ana.PressesAsync("Withdraw");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.SettleAsync();

        Assert.Single(bot.CardsOf("eva"));
        Assert.DoesNotContain("Approve", bot.Colleague("eva").Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_settings_list_nobody_local_mode_asks_nobody_and_anybody_may()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:RequiredFor:0", "restore"));
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        Assert.Empty(bot.CardsOf("eva"));

        await bot.Colleague("eva").SaysAsync($"approve {(await bot.RequestAsync()).Key}");
        await bot.Colleague("eva").PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Single(await bot.TicketsAsync());
    }

    [Fact]
    public async Task All_rights_at_all_hours_for_a_year_take_two_other_people()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:RequiredFor:0", "pam"));
        var (ana, eva, ben) = (bot.Colleague("ana"), bot.Colleague("eva"), bot.Colleague("ben"));
        await AskForAllRightsAsync(ana);
        await bot.SettleAsync();
        var key = (await bot.RequestAsync()).Key;

        await eva.ApprovesAsync(key);
        await bot.SettleAsync();
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        Assert.Contains("Somebody else", Assert.Single(ana.Texts), StringComparison.Ordinal);
        await eva.SaysAsync($"approve {key}");
        Assert.Contains("have already approved this", eva.Texts[^1], StringComparison.Ordinal);

        await ben.SaysAsync("approve");
        Assert.Contains("One more person", ben.Card.Card.InWords(), StringComparison.Ordinal);
        await ben.PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Single(await bot.TicketsAsync());
    }

    [Fact]
    public async Task The_end_of_access_is_announced_a_week_and_a_day_before()
    {
        await using var bot = await RunningBot.StartAsync(("Approvals:NotRequiredFor:0", "pam"));
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("associate JSMITH with PAM profile OPSADM on LPAR1");
        await ana.PressesAsync(
            "Review", null, ("hours", "Mon-Fri 08:00-18:00"), ("justification", "Month-end closing needs the payroll jobs restarted"));
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        Assert.Empty(ana.Texts);

        bot.Clock.Advance(TimeSpan.FromDays(24));
        await bot.SettleAsync();
        Assert.Contains("ends within 7 days", Assert.Single(ana.Texts), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromDays(6));
        await bot.SettleAsync();
        Assert.Contains("ends within 24 hours", ana.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approvers_are_asked_though_an_edit_that_came_to_nothing_was_faster_than_the_question()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await ana.PressesAsync("Edit");
        await bot.SettleAsync();
        Assert.Empty(bot.CardsOf("eva"));

        await ana.PressesAsync("Discard changes");
        await bot.SettleAsync();
        Assert.Contains("Approve", bot.Colleague("eva").Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_fell_into_an_edit_comes_after_it_and_only_once()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        var ana = await bot.WithRiskyReviewAsync();
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        await ana.PressesAsync("Edit");
        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await bot.SettleAsync();
        Assert.Single(bot.CardsOf("eva"));

        await ana.PressesAsync("Discard changes");
        await bot.SettleAsync();
        Assert.Equal(2, bot.CardsOf("eva").Count);
        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await bot.SettleAsync();
        Assert.Equal(2, bot.CardsOf("eva").Count);
        Assert.Contains("Nobody has approved", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_to_a_change_leaves_the_request_as_the_desk_has_it()
    {
        await using var bot = await RunningBot.StartAsync(Listed);
        var (ana, eva) = (await bot.WithRiskyReviewAsync(), bot.Colleague("eva"));
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        await eva.PressesAsync("Approve");
        await bot.SettleAsync();
        await ana.PressesAsync("Edit", ana.Card.Card);
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        await eva.PressesAsync("Reject", eva.Card.Card);
        await bot.SettleAsync();

        var request = await bot.RequestAsync();
        Assert.Equal((RequestState.Filed, "LPAR1", true), (request.State, request.Entries["lpar"].Value, request.IsOpen));
        Assert.Contains("Nothing changes at the desk", ana.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_person_it_is_for_is_known_by_name_alone_two_people_approve()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ana, eva, ben) = (bot.Colleague("ana"), bot.Colleague("eva"), bot.Colleague("ben"));
        await ana.SaysAsync("associate JSMITH with PAM profile OPSADM on LPAR1");
        await ana.PressesAsync(
            "Review",
            null,
            ("beneficiary", "Eva"),
            ("hours", "Mon-Fri 08:00-18:00"),
            ("justification", "Month-end closing needs the payroll jobs restarted"));
        await ana.PressesAsync("Send for approval");
        await eva.ApprovesAsync((await bot.RequestAsync()).Key);
        await bot.SettleAsync();
        Assert.Equal(RequestState.AwaitingApproval, (await bot.RequestAsync()).State);
        await ben.ApprovesAsync((await bot.RequestAsync()).Key);
        await bot.SettleAsync();
        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);
    }

    private static async Task AskForAllRightsAsync(Colleague ana)
    {
        await ana.SaysAsync("create PAM profile OPSALL for JSMITH on LPAR1");
        await ana.PressesAsync(
            "Update form", null, ("action", "Create a PAM profile"), ("availability", "24x7"), ("validity", "Standing, up to 365 days"));
        (string, string)[] profile =
        [
            ("userProfiles", "JSMITH"), ("pamProfile", "OPSALL"), ("authorities", "*ALLOBJ"), ("validUntil", "in 10 months"),
            ("justification", "Night operators have to restart whatever stops"),
        ];
        await ana.PressesAsync("Review", null, profile);
        await ana.PressesAsync("Send for approval", null, ("risk.always", "yes"), ("risk.authorities", "yes"));
    }
}
