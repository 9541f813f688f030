using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>What the program tells: signed, fresh, once, of a request that it has, and readable.</summary>
public sealed class WebhookHookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_told_twice_is_done_once()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        var key = (await desk.Bot.RequestAsync()).Key;
        var first = $$$"""{"key": "{{{key}}}", "status": "in-progress", "comment": {"text": "On it."}}""";
        Assert.Equal(204, await desk.TellAsync(first, id: "a"));
        Assert.Equal(204, await desk.TellAsync($$"""{"key": "{{key}}", "status": "resolved"}""", id: "b"));
        var (version, texts) = ((await desk.Bot.RequestAsync()).Version, ana.Texts.Count);

        Assert.Equal(204, await desk.TellAsync(first, id: "a"));
        Assert.Equal(204, await desk.TellAsync($$"""{"key": "{{key}}", "status": "closed"}""", id: "b"));
        var request = await desk.Bot.RequestAsync();
        Assert.Equal((version, TicketState.Resolved), (request.Version, request.Ticket!.State));
        Assert.Equal(texts, ana.Texts.Count);
    }

    [Fact]
    public async Task What_is_told_ten_times_at_once_is_done_once()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        var key = (await desk.Bot.RequestAsync()).Key;
        var told = $$$"""{"key": "{{{key}}}", "status": "waiting", "comment": {"text": "Which member?"}}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.SendAsync(told, id: "same")));
        await desk.Bot.SettleAsync();
        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Single(ana.Texts, text => text.Contains("Which member?", StringComparison.Ordinal));
        var history = await desk.Bot.ReadAsync(async db =>
            await new RequestStore(db).HistoryAsync((await new RequestStore(db).FindByKeysAsync([key], Cancel))[0].Id, Cancel));
        Assert.Single(history, entry => entry is { What: "ticket", Detail: "WaitingForYou" });
    }

    [Fact]
    public async Task A_comment_is_not_lost_to_a_clock_that_is_behind()
    {
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        var key = (await desk.Bot.RequestAsync()).Key;
        await desk.TellAsync($$$"""{"key": "{{{key}}}", "comment": {"text": "One.", "at": "2026-11-23T09:00:00Z"}}""");
        await desk.TellAsync($$$"""{"key": "{{{key}}}", "comment": {"text": "Two.", "at": "2026-11-23T07:00:00+01:00"}}""");
        Assert.Contains("Two.", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Equal("Two.", (await desk.Bot.RequestAsync()).Ticket!.Note);
    }

    [Fact]
    public async Task What_is_not_signed_as_it_has_to_be_is_refused_and_changes_nothing()
    {
        await using var desk = await WebhookBot.StartAsync();
        await desk.Bot.FiledAsync();
        var request = await desk.Bot.RequestAsync();
        var body = $$"""{"key": "{{request.Key}}", "status": "closed"}""";

        Assert.Equal(401, (await desk.SendAsync(body, secret: "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=")).Status);
        foreach (var header in (string[])["webhook-id", "webhook-timestamp", "webhook-signature"])
        {
            Assert.Equal(401, (await desk.SendAsync(body, change: it => it.Headers.Remove(header))).Status);
            Assert.Equal(401, (await desk.SendAsync(body, change: it => it.Headers.Add(header, "1"))).Status);
        }

        Assert.Equal(401, (await desk.SendAsync(body, signed: body + " ")).Status);
        Assert.Equal(401, (await desk.SendAsync(body, change: it => Swap(it, "webhook-id", "another"))).Status);
        Assert.Equal(401, (await desk.SendAsync(body, change: it => Swap(it, "webhook-signature", "v1,not Base64"))).Status);
        Assert.Equal(401, (await desk.SendAsync(body, change: it => Swap(it, "webhook-signature", Signature(it)["v1,".Length..]))).Status);
        Assert.Equal(401, (await desk.SendAsync(body, change: it => Swap(it, "webhook-signature", "v1a" + Signature(it)["v1".Length..]))).Status);
        Assert.Equal(403, (await desk.SendAsync(body, late: TimeSpan.FromSeconds(301))).Status);
        Assert.Equal(403, (await desk.SendAsync(body, late: TimeSpan.FromSeconds(-301))).Status);
        Assert.Equal(413, (await desk.SendAsync(new string('x', 70_000))).Status);
        Assert.Equal(415, (await desk.SendAsync(body, change: it => it.Content!.Headers.ContentType = new("text/plain"))).Status);
        Assert.Equal(400, (await desk.SendAsync(body, id: new('i', 257))).Status);
        Assert.Equal(request.Version, (await desk.Bot.RequestAsync()).Version);

        Assert.Equal(204, (await desk.SendAsync(body, late: TimeSpan.FromSeconds(299), change: it =>
            Swap(it, "webhook-signature", $"v1,AAAA v2,x {Signature(it)}"))).Status);
        Assert.DoesNotContain(desk.Bot.Log.Lines, line => line.Contains(FakeReceiver.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "key")]
    [InlineData("null", "key is missing")]
    [InlineData("[1]", "JSON object")]
    [InlineData("{", "JSON object")]
    [InlineData("""{"status": "closed"}""", "key is missing")]
    [InlineData("""{"key": 7, "status": "closed"}""", "key has a value of the wrong kind")]
    [InlineData("""{"key": "KEY"}""", "Nothing is told")]
    [InlineData("""{"key": "KEY", "state": "closed"}""", "Nothing is told")]
    [InlineData("""{"key": "KEY", "status": "done"}""", "status must be one of new, in-progress, waiting, resolved, closed, on-hold, cancelled.")]
    [InlineData("""{"key": "KEY", "number": " "}""", "number must have 1 to 64 characters")]
    [InlineData("""{"key": "KEY", "url": "http://tickets.example.com/1"}""", "url must be an https address")]
    [InlineData("""{"key": "KEY", "url": "javascript:alert(1)"}""", "url must be an https address")]
    [InlineData("""{"key": "KEY", "comment": {"by": "Beth"}}""", "comment.text is missing")]
    [InlineData("""{"key": "KEY", "comment": {"text": "x", "at": "soon"}}""", "comment.at has a value of the wrong kind")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string body, string reason)
    {
        await using var desk = await WebhookBot.StartAsync();
        await desk.Bot.FiledAsync();
        var request = await desk.Bot.RequestAsync();
        var (status, problem) = await desk.SendAsync(body.Replace("KEY", request.Key, StringComparison.Ordinal));
        Assert.Equal(400, status);
        Assert.Contains(reason, (string)problem!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(request.Version, (await desk.Bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task A_request_that_is_not_there_reads_like_one_of_another_desk()
    {
        await using var desk = await WebhookBot.StartAsync(
            ("Desk:Kind", "Local"), ("Desk:Routes:0:Type", "pam"), ("Desk:Routes:0:Kind", "Webhook"));
        await desk.Bot.FiledAsync();
        var (local, theirs) = await desk.SendAsync($$"""{"key": "{{(await desk.Bot.RequestAsync()).Key}}", "status": "closed"}""");
        var (unknown, nobodys) = await desk.SendAsync("""{"key": "RST-222222", "status": "closed"}""");
        Assert.Equal((404, 404), (local, unknown));
        Assert.Equal(nobodys!["detail"]!.ToJsonString(), theirs!["detail"]!.ToJsonString());
        Assert.Equal(TicketState.New, (await desk.Bot.RequestAsync()).Ticket!.State);
    }

    /// <summary>It tells of the request before its answer has come to the bot.</summary>
    [Fact]
    public async Task What_comes_before_the_request_is_noted_as_handed_over_is_asked_for_again()
    {
        await using var desk = await WebhookBot.StartAsync();
        desk.Receiver.Next(FakeFault.DropAfterAccepting());
        var ana = await desk.Bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await desk.Bot.SettleAsync();
        var told = $$"""{"key": "{{(await desk.Bot.RequestAsync()).Key}}", "status": "in-progress"}""";
        Assert.Equal(503, await desk.TellAsync(told, id: "early"));
        desk.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.Bot.SettleAsync();
        Assert.Equal(204, await desk.TellAsync(told, id: "early"));
        Assert.Equal(TicketState.InProgress, (await desk.Bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task Who_sends_too_often_waits()
    {
        await using var desk = await WebhookBot.StartAsync();
        List<int> answers = [];
        for (var sent = 0; sent < 300 && answers.LastOrDefault() != 429; sent++)
            answers.Add((await desk.SendAsync("{}", secret: "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=")).Status);
        Assert.Equal(429, answers[^1]);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_taken()
    {
        await using var desk = await WebhookBot.StartAsync(("Desk:Webhook:CallbackSecret", ""));
        Assert.Equal(404, (await desk.SendAsync("{}")).Status);
    }

    private static string Signature(HttpRequestMessage request) => request.Headers.GetValues("webhook-signature").Single();

    private static void Swap(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }
}
