using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>From the commit to the ticket, with a desk that is down, slow, unwilling, or further than its requester knows.</summary>
public sealed class DeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_desk_that_is_down_costs_nothing_but_time()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.IsDown = true;
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        Assert.Contains("Your request is safe", ana.Answer.InWords(), StringComparison.Ordinal);

        for (var tries = 0; tries < 30; tries++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(6));
            await bot.SettleAsync();
        }

        Assert.Equal(31, bot.Desk.Asked);
        Assert.Equal(RequestState.Filing, (await bot.RequestAsync()).State);
        Assert.Empty(ana.Texts);

        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await bot.SettleAsync();
        var number = Assert.Single(await bot.TicketsAsync()).Number;
        Assert.Contains(number, Assert.Single(ana.Texts), StringComparison.Ordinal);
        Assert.Contains(number, ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_hangs_is_not_waited_for_longer_than_a_moment()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.Gate = new TaskCompletionSource();
        var ana = await bot.WithReviewAsync();
        var press = ana.PressesAsync(Filed.Send);
        while (bot.Desk.Asked == 0 || !press.IsCompleted)
        {
            await Task.WhenAny(press, Task.Delay(5, Cancel));
            bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Contains("I will keep trying", ana.Answer.InWords(), StringComparison.Ordinal);
        bot.Desk.Gate.SetResult();
        // On a busy machine the try at the desk may have run out of its time before that: then it is the next one that files it.
        while ((await bot.RequestAsync()).State != RequestState.Filed)
        {
            await Task.Delay(5, Cancel);
            bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await bot.SettleAsync();
        }

        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await bot.SettleAsync();
        Assert.Contains((await bot.RequestAsync()).Ticket!.Number!, ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Single(ana.Texts);
    }

    [Fact]
    public async Task What_the_desk_refuses_is_told_and_can_be_mended()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.RefuseNext();
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);

        Assert.Contains("No such system.", ana.Answer.InWords(), StringComparison.Ordinal);
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review");
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        Assert.Single(await bot.TicketsAsync());
        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);
    }

    [Fact]
    public async Task A_ticket_whose_answer_was_lost_is_found_and_not_opened_again()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.LoseNextAnswer();
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await bot.SettleAsync();

        Assert.Equal(2, bot.Desk.Asked);
        Assert.Equal(Assert.Single(await bot.TicketsAsync()).Number, (await bot.RequestAsync()).Ticket!.Number);
    }

    [Fact]
    public async Task A_filed_request_can_be_changed_and_taken_back_until_somebody_works_on_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        await ana.PressesAsync("Send changes");
        Assert.Contains("LPAR2", Assert.Single(await bot.TicketsAsync()).Subject, StringComparison.Ordinal);

        await ana.PressesAsync("Withdraw");
        await bot.SettleAsync();
        Assert.Equal(TicketState.Closed, Assert.Single(await bot.TicketsAsync()).State);
        Assert.Equal(RequestState.Withdrawn, (await bot.RequestAsync()).State);
        Assert.Empty(ana.Texts);
    }

    [Fact]
    public async Task What_waits_for_the_desk_can_be_taken_back()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.IsDown = true;
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await ana.PressesAsync("Withdraw");
        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await bot.SettleAsync();

        Assert.Empty(await bot.TicketsAsync());
        Assert.Equal(RequestState.Withdrawn, (await bot.RequestAsync()).State);
        Assert.Empty(ana.Texts);
    }

    [Fact]
    public async Task A_ticket_that_was_opened_before_the_request_was_taken_back_is_taken_back_too()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Desk.LoseNextAnswer();
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await ana.PressesAsync("Withdraw");
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await bot.SettleAsync();

        Assert.Equal(TicketState.Closed, Assert.Single(await bot.TicketsAsync()).State);
        Assert.Equal(RequestState.Withdrawn, (await bot.RequestAsync()).State);
    }

    [Fact]
    public async Task Who_withdraws_what_the_desk_has_begun_is_told_that_it_stays()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        await ana.PressesAsync("Withdraw");
        await bot.SettleAsync();

        Assert.Equal(RequestState.Filed, (await bot.RequestAsync()).State);
        Assert.Equal(TicketState.InProgress, Assert.Single(await bot.TicketsAsync()).State);
    }

    [Fact]
    public async Task What_the_desk_does_is_told_where_it_was_filed()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        await bot.DeskSetsAsync(TicketState.WaitingForYou, "Which member?");
        await bot.SettleAsync();

        Assert.Contains("is waiting for you", Assert.Single(ana.Texts), StringComparison.Ordinal);
        Assert.Contains("Which member?", ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_desk_did_while_the_bot_was_down_is_told_once_after_its_start()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Clock.Advance(TimeSpan.FromDays(3));
        await bot.DeskSetsAsync(TicketState.Resolved, "It is back.");
        await bot.RestartAsync();
        await bot.SettleAsync();
        await bot.RestartAsync();
        await bot.SettleAsync();

        Assert.Contains("resolved", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_nobody_touches_expires_and_one_that_is_touched_does_not()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        bot.Clock.Advance(TimeSpan.FromDays(6));
        await ana.PressesAsync("Review");
        bot.Clock.Advance(TimeSpan.FromDays(2));
        await bot.SettleAsync();
        Assert.True((await bot.RequestAsync()).IsDraft);

        bot.Clock.Advance(TimeSpan.FromDays(5));
        await bot.SettleAsync();
        Assert.Equal(RequestState.Expired, (await bot.RequestAsync()).State);
        Assert.Contains("expired", Assert.Single(ana.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_given_up_in_the_end_and_counted()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        bot.Teams.RefuseEverything();
        for (var tries = 0; tries < 25; tries++)
        {
            await bot.SettleWhileTeamsIsAwayAsync();
            bot.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        Assert.True(await bot.ReadAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)) > 0);
        // What is left is the end of the draft's life.
        Assert.True(
            await bot.ReadAsync(db => new OutboxStore(db).NextDueAsync(bot.Clock.GetUtcNow(), Cancel)) > bot.Clock.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task A_change_that_never_came_to_the_desk_is_dropped_with_a_word()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        bot.Desk.IsDown = true;
        await ana.PressesAsync("Send changes");
        for (var tries = 0; tries < 25; tries++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(6));
            await bot.SettleAsync();
        }

        var request = await bot.RequestAsync();
        Assert.Equal((RequestState.Filed, "LPAR1"), (request.State, request.Entries["lpar"].Value));
        Assert.Contains("A step for", Assert.Single(ana.Texts), StringComparison.Ordinal);
        Assert.Equal(1, await bot.ReadAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)));
    }

    [Fact]
    public async Task A_card_that_is_gone_is_forgotten_and_the_news_come_all_the_same()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Teams.Forget(ana.Card.Id);
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        await bot.SettleAsync();

        Assert.Empty(
            await bot.ReadAsync(async db => await new CardStore(db).OfAsync(Subject.Request((await bot.RequestAsync()).Id), Cancel)));
        Assert.Single(ana.Texts);
    }

    [Fact]
    public async Task News_that_something_on_the_way_redirects_come_later()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Teams.Always(FakeFault.Redirect(302, "https://login.example/"));
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        await bot.SettleAsync();
        Assert.Empty(ana.Texts);

        bot.Teams.AcceptAgain();
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.SettleAsync();
        Assert.Single(ana.Texts);
    }

    [Fact]
    public async Task Who_cleared_the_chat_is_told_in_a_new_one()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        bot.Teams.Forget(ana.Card.Id);
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        // The card is found gone; then the chat is.
        bot.Teams.Next(FakeFault.None(), FakeFault.Refuse(404, "ConversationNotFound"));
        await bot.SettleAsync();

        Assert.Contains(bot.Teams.Received, call => call.Target.EndsWith("/v3/conversations", StringComparison.Ordinal));
        Assert.Single(ana.Texts);
    }
}
