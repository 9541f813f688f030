using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>From the chat to the instance, and back.</summary>
public sealed class ServiceNowTurnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_filed_asked_about_answered_solved_rejected_solved_accepted_and_closed()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        var bot = desk.Bot;
        var ana = await bot.FiledAsync();
        var record = desk.Instance.Tables.Only;
        Assert.Equal(record["number"], (await bot.RequestAsync()).Ticket!.Number);
        Assert.Contains(record["number"], ana.Answer.InWords(), StringComparison.Ordinal);

        await desk.WorkAsync(("state", "3"), ("hold_reason", "1"), ("comments", "Which member?"));
        Assert.Contains("Which member?", ana.Card.Card.InWords(), StringComparison.Ordinal);
        await ana.PressesAsync("Send answer", ana.Card.Card, ("reply", "MBR1, please."));
        await bot.SettleAsync();
        Assert.Equal("2", desk.Instance.Tables.Only["state"]);
        Assert.StartsWith("MBR1, please.", desk.Instance.Tables.CommentsOf(record["sys_id"])[^1], StringComparison.Ordinal);

        await desk.WorkAsync(("state", "6"), ("close_code", "Solution provided"), ("close_notes", "PRODLIB is back."));
        Assert.Contains("PRODLIB is back.", ana.Card.Card.InWords(), StringComparison.Ordinal);
        await ana.PressesAsync("Not solved", ana.Card.Card, ("reply", "MBR1 is still empty."));
        await bot.SettleAsync();
        Assert.Equal("2", desk.Instance.Tables.Only["state"]);

        await desk.WorkAsync(("state", "6"), ("close_notes", "Now with MBR1."));
        Assert.Contains("Now with MBR1.", ana.Card.Card.InWords(), StringComparison.Ordinal);
        await ana.PressesAsync("It is solved", ana.Card.Card);
        await bot.SettleAsync();
        Assert.Equal("7", desk.Instance.Tables.Only["state"]);
        Assert.Equal(TicketState.Closed, (await bot.RequestAsync()).Ticket!.State);
        Assert.Empty(await bot.TicketsAsync());
    }

    [Fact]
    public async Task What_was_filed_is_changed_and_taken_back()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        await ana.PressesAsync("Send changes");
        await desk.Bot.SettleAsync();
        Assert.Contains("LPAR2", desk.Instance.Tables.Only["short_description"], StringComparison.Ordinal);

        await ana.PressesAsync("Withdraw");
        await desk.Bot.SettleAsync();
        Assert.Equal("8", desk.Instance.Tables.Only["state"]);
        Assert.Equal(RequestState.Withdrawn, (await desk.Bot.RequestAsync()).State);
    }

    [Theory]
    [InlineData("Desk:Routes:0:Type", "restore", true)]
    [InlineData("Desk:Routes:0:Type", "pam", false)]
    [InlineData("Desk:Routes:0:System", "lpar1", true)]
    [InlineData("Desk:Routes:0:System", "LPAR7", false)]
    public async Task With_two_desks_a_request_goes_where_its_route_leads(string key, string value, bool isThere)
    {
        await using var desk = await ServiceNowBot.StartAsync(("Desk:Routes:0:Kind", "ServiceNow"), (key, value));
        await desk.Bot.FiledAsync();
        Assert.Equal(isThere ? 1 : 0, desk.Instance.Tables.Of(FakeServiceNowTables.Incident).Count);
        Assert.Equal(isThere ? 0 : 1, (await desk.Bot.TicketsAsync()).Count);
        Assert.Equal(isThere ? DeskKind.ServiceNow : DeskKind.Local, (await desk.Bot.RequestAsync()).Ticket!.Desk);
    }

    [Fact]
    public async Task An_instance_that_loses_its_answer_costs_time_and_makes_one_record()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        desk.Instance.Next(call => call.Is("POST", "/incident"), FakeFault.DropAfterAccepting());
        var ana = await desk.Bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        for (var tries = 0; tries < 10; tries++)
        {
            desk.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.Bot.SettleAsync();
        }

        Assert.Equal(desk.Instance.Tables.Only["number"], (await desk.Bot.RequestAsync()).Ticket!.Number);
        Assert.Equal(1, desk.Instance.Count("POST", "/incident"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_bot_that_is_killed_between_the_record_and_its_commit_finds_the_record()
    {
        await using var instance = await FakeServiceNow.StartAsync();
        await using var bot = await KilledBot.StartAsync(
        [
            ("Desk__Kind", "ServiceNow"),
            // Several calls by HTTP, by a process that has just been started, on a busy machine.
            ("Outbox__TimeLimit", "00:00:05"),
            ("Outbox__Lease", "00:00:06"),
            .. ServiceNowBot.SettingsOf(instance).Select(it => (it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value)),
        ]);
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        await using (await bot.ExecuteAsync(
            """CREATE TRIGGER "held" BEFORE UPDATE ON "Request" WHEN NEW."State" = 'Filed' BEGIN SELECT RAISE(ABORT, 'held'); END;"""))
        {
            var press = ana.PressesAsync(Filed.Send);
            while (instance.Tables.Of(FakeServiceNowTables.Incident).Count == 0)
                await Task.Delay(20, Cancel);
            await bot.KillAsync();
            await Task.WhenAny(press);
        }

        await (await bot.ExecuteAsync("""DROP TRIGGER "held";""")).DisposeAsync();
        await bot.UpAsync();
        Request request;
        while ((request = await bot.ReadAsync(async db =>
            Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)))).State != RequestState.Filed)
            await Task.Delay(20, Cancel);
        Assert.Equal(instance.Tables.Only["number"], request.Ticket!.Number);
        Assert.Equal(1, instance.Count("POST", "/incident"));
    }
}
