using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Support;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>What is posted, and what its answers mean.</summary>
public sealed class WebhookDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_one_signed_event_with_all_that_a_program_needs()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        var ticket = await bench.FiledAsync();
        Assert.Equal((null, TicketState.New, DeskKind.Webhook, false), (ticket.Number, ticket.State, ticket.Desk, ticket.IsSilent));

        var call = Assert.Single(receiver.Received);
        Assert.StartsWith("application/cloudevents+json", call.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal($"{Monday.ToUnixTimeSeconds()}", call.Header("webhook-timestamp"));
        Assert.True(call.IsSignedWith(FakeReceiver.Secret));
        Assert.Equal(
            """{"specversion":"1.0","id":"RST-7K3QZ9-opened-3","source":"/chatopsbot","type":"com.chatopsbot.request.opened","subject":"RST-7K3QZ9","time":"2026-11-23T08:30:00Z","datacontenttype":"application/json","data":{"key":"RST-7K3QZ9","type":"restore","subject":"[RST-7K3QZ9] Restore PRODLIB","text":"LPAR: LPAR1\nObject: PRODLIB","severity":2,"requester":"Ana M\u00FCller","systems":["LPAR1","LPAR2"]}}""",
            call.Body);
        Assert.Equal("RST-7K3QZ9-opened-3", call.Header("webhook-id"));
    }

    [Fact]
    public async Task What_follows_is_an_event_each_with_an_id_of_its_own()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Says = _ => """{"number": 4711}""";
        var ticket = await bench.FiledAsync();
        await bench.Desk.AmendAsync(ticket, Restore with { Version = 7, Body = "LPAR: LPAR2" }, Cancel);
        await bench.Desk.ReplyAsync(ticket, new("1A2B", DeskReplyKind.NotSolved, "MBR1 is empty.", "Ana"), Cancel);
        await bench.Desk.WithdrawAsync(ticket, Cancel);

        Assert.Equal(
            ["RST-7K3QZ9-opened-3", "RST-7K3QZ9-changed-7", "RST-7K3QZ9-replied-1A2B", "RST-7K3QZ9-withdrawn"],
            receiver.Taken.Select(it => (string)it["id"]!));
        Assert.Equal("LPAR: LPAR2", (string)receiver.Taken[1]["data"]!["text"]!);
        Assert.Equal(
            """{"key":"RST-7K3QZ9","number":"4711","reply":{"kind":"not-solved","text":"MBR1 is empty.","by":"Ana"}}""",
            receiver.Taken[2]["data"]!.ToJsonString());
        Assert.Equal("""{"key":"RST-7K3QZ9","number":"4711"}""", receiver.Taken[3]["data"]!.ToJsonString());
        Assert.All(receiver.Received, call => Assert.DoesNotContain('.', call.Header("webhook-id")));
    }

    [Fact]
    public async Task An_answer_may_give_number_page_and_state()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Says = _ => """{"number": "OPS-12", "url": "https://tickets.example.com/OPS-12", "status": "in-progress", "more": []}""";
        var ticket = await bench.FiledAsync();
        Assert.Equal(("OPS-12", TicketState.InProgress), (ticket.Number, ticket.State));
        Assert.Equal("https://tickets.example.com/OPS-12", ticket.Link!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("thanks")]
    [InlineData("[1]")]
    [InlineData("""{"number": null, "status": "done", "url": "javascript:alert(1)"}""")]
    [InlineData("""{"number": {"a": 1}, "url": "http://elsewhere.example/"}""")]
    public async Task Whatever_else_is_answered_a_2xx_means_that_it_is_there(string answer)
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Says = _ => answer;
        var ticket = await bench.FiledAsync();
        Assert.Equal((null, TicketState.New, null), (ticket.Number, ticket.State, ticket.Link));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Says = _ => $$"""{"number": "1", "more": "{{new string('x', 100_000)}}"}""";
        Assert.Null((await bench.FiledAsync()).Number);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(413, true)]
    [InlineData(408, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_refusal_is_for_the_operator_or_for_later(int status, bool needsOperator)
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Next(FakeFault.Refuse(status));
        var later = Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel));
        Assert.Equal(needsOperator, later.NeedsOperator);
        Assert.Equal(status is 408 or 409 or >= 500, later.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_422_is_for_the_requester_to_read()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Next(FakeServiceNowFault.Body("""{"title": "no", "detail": "Somebody is\nworking on it."}""", 422));
        Assert.Equal("Somebody is working on it.", Assert.IsType<DeskAnswer.Refused>(await bench.Desk.OpenAsync(Restore, Cancel)).Reason);
        receiver.Next(FakeFault.Refuse(422));
        Assert.Equal(
            "It does not accept the request as it is.", Assert.IsType<DeskAnswer.Refused>(await bench.Desk.OpenAsync(Restore, Cancel)).Reason);
    }

    [Fact]
    public async Task It_waits_as_long_as_it_is_asked_to()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Next(FakeFault.Throttle("90"));
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel)).After);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var elsewhere = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Next(FakeFault.Redirect(307, elsewhere.Address.ToString()));
        Assert.True(Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel)).NeedsOperator);
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task Two_secrets_sign_twice()
    {
        const string Older = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver, ("Desk:Webhook:Secret", $"{Older} {FakeReceiver.Secret}"));
        await bench.FiledAsync();
        Assert.True(receiver.Received[0].IsSignedWith(Older));
        Assert.True(receiver.Received[0].IsSignedWith(FakeReceiver.Secret));
    }

    /// <summary>The request was taken back while nobody knew whether it had come.</summary>
    [Fact]
    public async Task What_may_have_come_is_found_and_what_did_not_is_not()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.FindAsync(Restore.Key, Cancel));
        receiver.Next(FakeFault.Throttle());
        await bench.Desk.OpenAsync(Restore, Cancel);
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.FindAsync(Restore.Key, Cancel));
        receiver.Next(FakeFault.DropAfterAccepting());
        await bench.Desk.OpenAsync(Restore, Cancel);
        // That it did not come this time says nothing of the time before.
        receiver.Next(FakeFault.Throttle());
        await bench.Desk.OpenAsync(Restore, Cancel);
        Assert.IsType<DeskAnswer.Done>(await bench.Desk.FindAsync(Restore.Key, Cancel));
    }

    [Fact]
    public async Task Without_a_way_back_cards_are_promised_none()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver, ("Desk:Webhook:CallbackSecret", ""));
        Assert.True((await bench.FiledAsync()).IsSilent);
        Assert.Equal(DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Comment | DeskAbilities.Attach, bench.Desk.Abilities);
    }
}
