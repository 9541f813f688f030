using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>From the chat to the program, and back.</summary>
public sealed class WebhookTurnTests
{
    [Fact]
    public async Task A_request_is_handed_over_numbered_asked_about_answered_solved_accepted_and_closed()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        var key = (await desk.Bot.RequestAsync()).Key;
        var card = ana.Answer.InWords();
        Assert.Contains("Handed over to the desk", card, StringComparison.Ordinal);
        Assert.Contains("The request was handed over to the night shift. You will be told here", card, StringComparison.Ordinal);
        Assert.Contains("Its ticket number shows here if the desk tells it", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ticket ", card, StringComparison.Ordinal);

        Assert.Equal(204, await desk.TellAsync($$"""{"key": "{{key}}", "number": "OPS-12", "url": "https://tickets.example.com/OPS-12"}"""));
        Assert.Contains("Ticket OPS-12: handed over to the desk", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Contains("Open ticket", ana.Card.Card.InWords(), StringComparison.Ordinal);

        Assert.Equal(204, await desk.TellAsync($$"""{"key": "{{key}}", "status": "in-progress"}"""));
        Assert.Contains("Ticket OPS-12: in progress", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.EndsWith("the desk is working on ticket OPS-12.", ana.Texts[^1], StringComparison.Ordinal);

        await desk.TellAsync($$$"""{"key": "{{{key}}}", "status": "waiting", "comment": {"text": "Which member?", "by": "Beth"}}""");
        Assert.Contains("The desk says: Which member?", ana.Texts[^1], StringComparison.Ordinal);
        await ana.PressesAsync("Send answer", ana.Card.Card, ("reply", "MBR1, please."));
        await desk.Bot.SettleAsync();
        Assert.Equal(("answer", "MBR1, please."), Reply(desk));

        await desk.TellAsync($$$"""{"key": "{{{key}}}", "status": "resolved", "comment": {"text": "PRODLIB is back."}}""");
        await ana.PressesAsync("It is solved", ana.Card.Card);
        await desk.Bot.SettleAsync();
        Assert.Equal(("accepted", ""), Reply(desk));

        await desk.TellAsync($$"""{"key": "{{key}}", "status": "closed"}""");
        Assert.Equal(TicketState.Closed, (await desk.Bot.RequestAsync()).Ticket!.State);
        Assert.Contains("Ticket OPS-12: closed", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Empty(await desk.Bot.TicketsAsync());
    }

    [Fact]
    public async Task What_has_no_number_is_told_without_one()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        var key = (await desk.Bot.RequestAsync()).Key;
        await desk.TellAsync($$"""{"key": "{{key}}", "status": "in-progress"}""");
        Assert.Equal($"{key} (Restore from a backup): the desk is working on it.", ana.Texts[^1]);
        await desk.TellAsync($$$"""{"key": "{{{key}}}", "comment": {"text": "Half way."}}""");
        Assert.Equal($"{key} (Restore from a backup): news from the desk. The desk says: Half way.", ana.Texts[^1]);
        Assert.DoesNotContain("Ticket", ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_over_is_changed_and_taken_back()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        await ana.PressesAsync("Send changes");
        await desk.Bot.SettleAsync();
        Assert.Equal("com.chatopsbot.request.changed", (string)desk.Receiver.Taken[^1]["type"]!);
        Assert.Contains("LPAR2", (string)desk.Receiver.Taken[^1]["data"]!["subject"]!, StringComparison.Ordinal);

        await ana.PressesAsync("Withdraw");
        await desk.Bot.SettleAsync();
        Assert.Equal("com.chatopsbot.request.withdrawn", (string)desk.Receiver.Taken[^1]["type"]!);
        Assert.Equal(RequestState.Withdrawn, (await desk.Bot.RequestAsync()).State);

        var key = (await desk.Bot.RequestAsync()).Key;
        await desk.TellAsync($$"""{"key": "{{key}}", "status": "in-progress"}""");
        Assert.Contains("you withdrew it, but the desk has it open again", ana.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_comes_too_late_is_refused_with_the_reason()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        desk.Receiver.Next(FakeServiceNowFault.Body("""{"detail": "Work on it has begun."}""", 422));
        await ana.PressesAsync("Send changes");
        await desk.Bot.SettleAsync();
        Assert.EndsWith("Work on it has begun. Nothing changes at the desk.", Assert.Single(ana.Texts), StringComparison.Ordinal);
        Assert.Contains("LPAR1", ana.Answer.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_while_nobody_knows_whether_it_came_is_taken_back_there_too()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.WithReviewAsync();
        desk.Receiver.Next(FakeFault.DropAfterAccepting());
        await ana.PressesAsync(Filed.Send);
        await desk.Bot.SettleAsync();
        await ana.SaysAsync($"withdraw {(await desk.Bot.RequestAsync()).Key}");
        desk.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.Bot.SettleAsync();
        Assert.Equal(
            ["com.chatopsbot.request.opened", "com.chatopsbot.request.withdrawn"], desk.Receiver.Taken.Select(it => (string)it["type"]!));
    }

    [Fact]
    public async Task A_lost_answer_costs_time_and_makes_one_event()
    {
        await using var desk = await WebhookBot.StartAsync();
        desk.Receiver.Says = _ => """{"number": "OPS-1"}""";
        desk.Receiver.Next(FakeFault.DropAfterAccepting());
        var ana = await desk.Bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await desk.Bot.SettleAsync();
        await ana.SaysAsync($"status {(await desk.Bot.RequestAsync()).Key}");
        Assert.Contains("Your request is safe", ana.Card.Card.InWords(), StringComparison.Ordinal);
        desk.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.Bot.SettleAsync();
        Assert.Equal("OPS-1", (await desk.Bot.RequestAsync()).Ticket!.Number);
        Assert.Equal(2, desk.Receiver.Received.Count);
        Assert.Single(desk.Receiver.Taken);
    }

    [Fact]
    public async Task Where_nothing_comes_back_the_card_says_so()
    {
        await using var desk = await WebhookBot.StartAsync(("Desk:Webhook:CallbackSecret", ""));
        var ana = await desk.Bot.FiledAsync();
        var card = ana.Answer.InWords();
        Assert.Contains("What becomes of it is not visible here", card, StringComparison.Ordinal);
        Assert.DoesNotContain("You will be told here", card, StringComparison.Ordinal);
        await ana.SaysAsync("answer: please hurry");
        await desk.Bot.SettleAsync();
        Assert.Equal(("answer", "please hurry"), Reply(desk));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_bot_that_is_killed_between_the_event_and_its_commit_sends_it_again_under_the_same_id()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bot = await KilledBot.StartAsync(
            ("Desk__Kind", "Webhook"),
            ("Outbox__TimeLimit", "00:00:05"),
            ("Outbox__Lease", "00:00:06"),
            ("Desk__Webhook__Url", receiver.Address.ToString()),
            ("Desk__Webhook__Secret", FakeReceiver.Secret));
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        await using (await bot.ExecuteAsync(
            """CREATE TRIGGER "held" BEFORE UPDATE ON "Request" WHEN NEW."State" = 'Filed' BEGIN SELECT RAISE(ABORT, 'held'); END;"""))
        {
            var press = ana.PressesAsync(Filed.Send);
            while (receiver.Taken.Count == 0)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await bot.KillAsync();
            await Task.WhenAny(press);
        }

        await (await bot.ExecuteAsync("""DROP TRIGGER "held";""")).DisposeAsync();
        await bot.UpAsync();
        while ((await bot.ReadAsync(async db =>
            Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, TestContext.Current.CancellationToken)))).State != RequestState.Filed)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Single(receiver.Taken);
        Assert.InRange(receiver.Received.Count, 2, 100);
    }

    private static (string, string) Reply(WebhookBot desk)
    {
        var said = desk.Receiver.Taken[^1]["data"]!["reply"]!;
        return ((string)said["kind"]!, (string)said["text"]!);
    }
}
